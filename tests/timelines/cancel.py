import asyncio


async def forever():
    try:
        await asyncio.sleep(3600)
    finally:
        print("cleaned up")


async def main():
    task = asyncio.create_task(forever())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("gone")


asyncio.run(main())
