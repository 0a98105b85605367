"""Exceptions that come back as results are not reported, even when nobody looks."""
import asyncio


async def fail():
    raise ValueError("returned")


async def main():
    await asyncio.gather(fail(), fail(), return_exceptions=True)
    print("quiet")


asyncio.run(main())
