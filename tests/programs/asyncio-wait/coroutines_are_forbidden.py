# wait takes no coroutines; those it was given are never awaited, and told of in their order.
import asyncio


async def one():
    pass


async def two():
    pass


async def main():
    await asyncio.wait([one(), two()])


asyncio.run(main())
