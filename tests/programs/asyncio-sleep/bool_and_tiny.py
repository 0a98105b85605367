import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(True)
    print(loop.time())
    await asyncio.sleep(1e-9)
    print(loop.time())
    await asyncio.sleep(4e-10)
    print(loop.time())
    await asyncio.sleep(0.1)
    await asyncio.sleep(0.2)
    print(loop.time())
    await asyncio.sleep(86400 * 30)
    print(loop.time())


asyncio.run(main())
