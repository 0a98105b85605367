"""A timeout belongs to the task that entered it."""
import asyncio


async def use(cm):
    async with cm:
        await asyncio.sleep(5)


async def main():
    cm = asyncio.timeout(1)
    results = await asyncio.gather(use(cm), use(cm), return_exceptions=True)
    print(results)


asyncio.run(main())
