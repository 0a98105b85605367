"""Every child swallows: the gather still counts as cancelled, because that was asked of it."""
import asyncio


async def stubborn(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return n


async def main():
    group = asyncio.gather(stubborn(1), stubborn(2))
    await asyncio.sleep(0)
    print(group.cancel())
    try:
        print("results", await group)
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
