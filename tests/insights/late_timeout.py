import asyncio
import time


async def busy():
    await asyncio.sleep(0.5)
    time.sleep(2)


async def main():
    other = asyncio.create_task(busy())
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(5)
    except TimeoutError:
        print("late")
    await other


asyncio.run(main())
