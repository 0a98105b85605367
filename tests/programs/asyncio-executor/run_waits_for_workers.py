import asyncio
import time


def block():
    time.sleep(5)
    print("worker done at", time.monotonic())


async def main():
    asyncio.get_running_loop().run_in_executor(None, block)
    print("main done at", time.monotonic())


asyncio.run(main())
print("run done at", time.monotonic())
