import asyncio


async def ticker():
    for tick in range(6):
        print("tick", tick)
        await asyncio.sleep(0)


async def fail(n):
    for _ in range(n):
        await asyncio.sleep(0)
    print("fail", n)
    raise ValueError(n)


async def main():
    ticks = asyncio.create_task(ticker())
    try:
        await asyncio.gather(fail(2), fail(1), fail(3))
    except ValueError as error:
        print("caught", error)
    await ticks


asyncio.run(main())
