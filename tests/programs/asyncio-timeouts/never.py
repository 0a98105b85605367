"""None never fires."""
import asyncio


async def main():
    async with asyncio.timeout(None) as cm:
        await asyncio.sleep(1000)
        print(cm.when(), cm)
    async with asyncio.timeout_at(None) as cm:
        await asyncio.sleep(1000)
    print(cm.when(), cm.expired())


asyncio.run(main())
