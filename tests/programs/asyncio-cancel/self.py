"""A task that cancels itself runs on to its next await."""
import asyncio


async def work():
    asyncio.current_task().cancel()
    print("still running")
    try:
        await asyncio.sleep(0)
        print("never printed")
    except asyncio.CancelledError:
        print("cancelled at the await")
        raise


async def main():
    task = asyncio.create_task(work())
    try:
        await task
    except asyncio.CancelledError:
        print("main:", task.cancelled())


asyncio.run(main())
