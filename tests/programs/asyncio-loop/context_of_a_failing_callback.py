# A callback that fails while asyncio.run cleans up after a failure; a builtin one has no frame of its own.
import asyncio


async def background():
    try:
        await asyncio.sleep(10)
    finally:
        loop = asyncio.get_running_loop()
        loop.call_soon([].pop)
        loop.call_soon(lambda: {}["missing"])
        await asyncio.sleep(0)


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0)
    raise ValueError("main failed")


asyncio.run(main())
