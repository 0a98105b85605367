import asyncio
import time


async def compute():
    time.sleep(1)


async def worker():
    await compute()


async def main():
    await asyncio.gather(worker(), worker())


asyncio.run(main())
