# Values that take their time
# async for waits for each value of an asynchronous generator; meanwhile other tasks run.

import asyncio


async def countdown(start):
    for number in range(start, 0, -1):
        await asyncio.sleep(1)
        yield number


async def drum():
    while True:
        print("  drum")
        await asyncio.sleep(0.6)


async def main():
    roll = asyncio.create_task(drum())
    async for number in countdown(3):
        print(number)
    roll.cancel()
    print("lift-off")


asyncio.run(main())
