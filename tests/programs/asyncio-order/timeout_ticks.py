import asyncio


async def ticker():
    await asyncio.sleep(0.99)
    while asyncio.get_running_loop().time() < 1:
        await asyncio.sleep(0.01)
    for tick in range(6):
        print("tick", tick)
        await asyncio.sleep(0)


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        print("slow ends")


async def main():
    ticks = asyncio.create_task(ticker())
    try:
        await asyncio.wait_for(slow(), 1)
    except TimeoutError:
        print("timeout")
    await ticks


asyncio.run(main())
