"""A coroutine kept in a local is found when the function ends."""
import asyncio


async def go():
    pass


async def main():
    coro = go()
    print("main ends")


asyncio.run(main())
print("after run")
