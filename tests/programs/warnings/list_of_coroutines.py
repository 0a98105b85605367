"""A list of coroutines that nobody awaits."""
import asyncio


async def go(n):
    pass


async def main():
    coros = [go(n) for n in range(3)]
    print(len(coros))


asyncio.run(main())
