import asyncio


async def work():
    await asyncio.sleep(1)
    return "first"


async def main():
    coro = work()
    a = asyncio.create_task(coro)
    b = asyncio.create_task(coro)
    print(await asyncio.gather(a, b, return_exceptions=True))


asyncio.run(main())
