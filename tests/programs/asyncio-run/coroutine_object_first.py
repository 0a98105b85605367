"""Calling a coroutine function runs nothing; running the object does."""
import asyncio


async def main():
    print("inside")


coro = main()
print("made", type(coro).__name__)
asyncio.run(coro)
print("after")
