import asyncio
import time


def block(seconds):
    time.sleep(seconds)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(block, 0.05)
    loop.call_soon(block, 0.3)
    await asyncio.sleep(1)
    print("main goes on")


asyncio.run(main(), debug=True)
