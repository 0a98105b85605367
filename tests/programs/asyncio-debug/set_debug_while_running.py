import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    time.sleep(0.2)
    await asyncio.sleep(0)
    print("now it counts")
    time.sleep(0.2)
    await asyncio.sleep(0)
    loop.set_debug(False)
    time.sleep(0.2)
    await asyncio.sleep(0)
    time.sleep(0.2)


asyncio.run(main())
