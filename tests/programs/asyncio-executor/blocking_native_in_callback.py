import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(time.sleep, 1)
    loop.call_soon(lambda: print("after", loop.time()))
    await asyncio.to_thread(time.sleep, 2)
    print(loop.time())


asyncio.run(main())
