"""Moved to never."""
import asyncio


async def main():
    async with asyncio.timeout(1) as cm:
        cm.reschedule(None)
        await asyncio.sleep(30)
    print(cm.when(), cm.expired())


asyncio.run(main())
