import asyncio


async def ticker():
    for tick in range(8):
        print("tick", tick)
        await asyncio.sleep(0)


async def step(n):
    for _ in range(n):
        await asyncio.sleep(0)
    print("step ends")
    return n


async def main():
    ticks = asyncio.create_task(ticker())
    print("got", await asyncio.wait_for(step(0), 10))
    print("got", await asyncio.wait_for(step(2), 10))
    print("got", await asyncio.wait_for(asyncio.create_task(step(1)), 10))
    await ticks


asyncio.run(main())
