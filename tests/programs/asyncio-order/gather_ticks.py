import asyncio


async def ticker():
    for tick in range(8):
        print("tick", tick)
        await asyncio.sleep(0)


async def step(name, n):
    for _ in range(n):
        await asyncio.sleep(0)
    print(name, "ends")
    return name


async def main():
    ticks = asyncio.create_task(ticker())
    print(await asyncio.gather(step("a", 0), step("b", 2), step("c", 1)))
    await ticks


asyncio.run(main())
