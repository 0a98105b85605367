import asyncio


async def count(n):
    for i in range(n):
        await asyncio.sleep(0.5)
        yield i


async def main():
    async for i in count(3):
        print(i, asyncio.get_running_loop().time())
    else:
        print("else after the end")
    async for i in count(5):
        if i == 1:
            break
    else:
        print("never printed")
    async for i in count(4):
        if i % 2:
            continue
        print("even", i)


asyncio.run(main())
