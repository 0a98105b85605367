import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for delay in (0.3, 0.1, 0.2, 0.1):
        loop.call_later(delay, lambda delay=delay: print(delay, loop.time()))
    await asyncio.sleep(0.5)


asyncio.run(main())
