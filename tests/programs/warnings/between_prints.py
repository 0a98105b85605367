"""Where on stderr the warning falls, next to an uncaught exception."""
import asyncio


async def go():
    pass


async def main():
    go()
    raise ValueError("after the warning")


asyncio.run(main())
