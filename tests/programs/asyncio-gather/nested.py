import asyncio


async def leaf(n):
    await asyncio.sleep(n)
    print("leaf", n)
    return n


async def branch(*numbers):
    return sum(await asyncio.gather(*map(leaf, numbers)))


async def main():
    print(await asyncio.gather(branch(3, 1), branch(2), asyncio.gather(leaf(4), leaf(0))))


asyncio.run(main())
