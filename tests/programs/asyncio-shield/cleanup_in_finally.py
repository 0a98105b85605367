"""A shield in a finally block lets the cleanup end."""
import asyncio


async def cleanup():
    await asyncio.sleep(2)
    print('clean')


async def worker():
    try:
        await asyncio.sleep(100)
    finally:
        await asyncio.shield(cleanup())


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    print('worker is gone at', asyncio.get_running_loop().time())


asyncio.run(main())
