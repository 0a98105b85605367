"""A timeout without a deadline can get one."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(None) as cm:
            cm.reschedule(loop.time() + 2)
            await asyncio.sleep(30)
    except TimeoutError:
        print(loop.time())


asyncio.run(main())
