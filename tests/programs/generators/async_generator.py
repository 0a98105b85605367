import asyncio


async def ticks(n):
    try:
        for i in range(n):
            await asyncio.sleep(1)
            yield i
    finally:
        print("closing")


async def main():
    async for tick in ticks(3):
        print("tick", tick, asyncio.get_running_loop().time())
    print([t async for t in ticks(2)])


asyncio.run(main())
