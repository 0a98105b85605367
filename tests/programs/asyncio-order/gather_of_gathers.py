import asyncio


async def ticker():
    for tick in range(8):
        print("tick", tick)
        await asyncio.sleep(0)


async def leaf(name):
    print(name)
    return name


async def main():
    ticks = asyncio.create_task(ticker())
    inner = asyncio.gather(leaf("a"), leaf("b"))
    outer = asyncio.gather(inner, leaf("c"), asyncio.gather())
    outer.add_done_callback(lambda f: print("outer done"))
    inner.add_done_callback(lambda f: print("inner done"))
    print(await outer)
    await ticks


asyncio.run(main())
