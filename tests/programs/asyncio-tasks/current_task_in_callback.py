"""In a callback there is no current task."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print(asyncio.current_task()))
    await asyncio.sleep(0)
    print(asyncio.current_task().get_name())


asyncio.run(main())
