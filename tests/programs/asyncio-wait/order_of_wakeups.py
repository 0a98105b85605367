"""How many iterations a wait takes."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def ticks():
    for tick in range(5):
        print('tick', tick)
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(work('a', 0))
    asyncio.create_task(ticks())
    await asyncio.wait([task])
    print('main goes on')


asyncio.run(main())
