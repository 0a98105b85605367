"""The deadline can be moved while inside."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as cm:
            cm.reschedule(loop.time() + 5)
            await asyncio.sleep(3)
            print('still here', cm.when())
            cm.reschedule(loop.time() + 0.5)
            await asyncio.sleep(3)
    except TimeoutError:
        print(loop.time())


asyncio.run(main())
