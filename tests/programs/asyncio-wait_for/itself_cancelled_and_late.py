"""Cancelled from outside while what it cancelled still cleans up."""
import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        try:
            await asyncio.sleep(10)
        finally:
            print('cleanup interrupted at', asyncio.get_running_loop().time())


async def main():
    task = asyncio.create_task(asyncio.wait_for(slow(), 1))
    await asyncio.sleep(1.5)
    task.cancel()
    try:
        await task
    except (TimeoutError, asyncio.CancelledError) as error:
        print(type(error).__name__)


asyncio.run(main())
