"""Of two failures the second is not reported."""
import asyncio


async def fail(delay):
    await asyncio.sleep(delay)
    raise ValueError(delay)


async def main():
    try:
        await asyncio.gather(fail(1), fail(2))
    except ValueError as error:
        print(error)
    await asyncio.sleep(3)
    print('end')


asyncio.run(main())
