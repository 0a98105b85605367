"""Calling a coroutine function wrongly fails at the call, not at the await."""
import asyncio


async def work(a, b):
    pass


async def main():
    try:
        asyncio.create_task(work(1))
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
