"""Children that never wait still need ticks to be gathered."""
import asyncio


async def quick(n):
    print("quick", n)
    return n


async def bystander():
    for i in range(4):
        print("bystander", i)
        await asyncio.sleep(0)


async def main():
    asyncio.create_task(bystander())
    print(await asyncio.gather(quick(1), quick(2)))
    print("main goes on")
    await asyncio.sleep(0)


asyncio.run(main())
