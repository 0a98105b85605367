"""Passing the coroutine function instead of the coroutine."""
import asyncio


async def main():
    pass


try:
    asyncio.run(main)
except ValueError as error:
    print(str(error).split(" at ")[0])
