import asyncio
import time


async def main():
    print(asyncio.get_running_loop().get_debug())
    time.sleep(1)


asyncio.run(main())
