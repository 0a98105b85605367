import asyncio
import time


def block():
    time.sleep(1)
    print("worker done")


async def main():
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, block)
    await loop.shutdown_default_executor()
    print("shut down at", loop.time())
    try:
        loop.run_in_executor(None, block)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
