"""Plain futures can be waited for as well."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    a, b = loop.create_future(), loop.create_future()
    loop.call_later(1, a.set_result, 'a')
    loop.call_later(2, b.set_exception, KeyError('b'))
    done, pending = await asyncio.wait({a, b}, return_when=asyncio.FIRST_COMPLETED)
    print(done == {a}, pending == {b})
    done, pending = await asyncio.wait({a, b})
    print(len(done), a.result(), repr(b.exception()))


asyncio.run(main())
