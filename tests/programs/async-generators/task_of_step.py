import asyncio


async def ticks():
    for i in range(3):
        await asyncio.sleep(1)
        yield i


async def main():
    agen = ticks()
    task = asyncio.create_task(anext(agen))
    print(asyncio.iscoroutine(agen.__anext__()), asyncio.iscoroutine(agen))
    print(await task)
    print(await asyncio.wait_for(anext(agen), 5))
    print(await asyncio.gather(anext(agen)))
    try:
        await asyncio.create_task(anext(agen))
    except StopAsyncIteration:
        print("over")
    try:
        asyncio.create_task(agen)
    except TypeError as error:
        print(str(error).split(", got")[0])


asyncio.run(main())
