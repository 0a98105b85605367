import asyncio


async def main():
    semaphore = asyncio.BoundedSemaphore()
    async with semaphore:
        semaphore.release()


asyncio.run(main())
