import asyncio
from functools import partial

shout = partial(print, 'hey', sep='-')
shout(1, 2)
shout(3, sep='+')
print(shout.func, shout.args, shout.keywords)
more = partial(shout, 9, end='!\n')
more(10)
print(more.args, more.keywords)
print(partial(int, base=2)('101'), partial(max, 3)(1))
print(repr(partial(max, 1, key=None)))
shout.note = 'attributes are kept'
print(shout.note)
try:
    partial(3)
except TypeError as error:
    print(error)


async def add(a, b):
    await asyncio.sleep(1)
    return a + b


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.5, partial(print, 'later', end='.\n'))
    print(await asyncio.gather(partial(add, 1)(2), partial(add, b=3)(4)))
    print(await loop.run_in_executor(None, partial(sorted, [3, 1, 2], reverse=True)))


asyncio.run(main())
