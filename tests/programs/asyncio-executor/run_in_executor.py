import asyncio
import time


def block(name, seconds):
    time.sleep(seconds)
    return name


async def main():
    loop = asyncio.get_running_loop()
    slow = loop.run_in_executor(None, block, "slow", 2)
    quick = loop.run_in_executor(None, block, "quick", 1)
    print(slow.done(), quick.done())
    print(await quick, loop.time())
    print(await slow, loop.time())


asyncio.run(main())
