"""None waits for ever."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    print(await asyncio.wait_for(work('a', 1000), None), asyncio.get_running_loop().time())


asyncio.run(main())
