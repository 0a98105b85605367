"""timeout_at takes a moment of the loop's clock."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(3)
    try:
        async with asyncio.timeout_at(5) as cm:
            print(cm.when())
            await asyncio.sleep(10)
    except TimeoutError:
        print(loop.time(), cm.when())


asyncio.run(main())
