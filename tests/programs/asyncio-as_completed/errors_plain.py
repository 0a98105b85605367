"""A failed one raises where its coroutine is awaited; the others go on."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def fail():
    await asyncio.sleep(1)
    raise ValueError('failed')


async def main():
    for coroutine in asyncio.as_completed([work('a', 2), fail()]):
        try:
            print(await coroutine)
        except ValueError as error:
            print('ValueError:', error)


asyncio.run(main())
