import asyncio
import time


async def ask(seconds):
    try:
        async with asyncio.timeout(seconds):
            await asyncio.sleep(5)
    except TimeoutError:
        print("no answer")


async def work():
    await asyncio.sleep(0.5)
    time.sleep(2)


async def main():
    await asyncio.gather(ask(1), ask(1.5), ask(2), ask(4), work())


asyncio.run(main())
