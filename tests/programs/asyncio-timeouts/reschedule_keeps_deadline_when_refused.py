"""A refused move changes nothing."""
import asyncio


async def main():
    cm = asyncio.timeout_at(7)
    try:
        cm.reschedule(9)
    except RuntimeError:
        print(cm.when())


asyncio.run(main())
