import asyncio
from contextlib import aclosing


async def ticks():
    try:
        while True:
            await asyncio.sleep(1)
            yield asyncio.get_running_loop().time()
    finally:
        print("closed")


async def main():
    async with aclosing(ticks()) as agen:
        async for tick in agen:
            print(tick)
            if tick == 2:
                break
    print("after")


asyncio.run(main())
