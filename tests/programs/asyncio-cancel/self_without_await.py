"""A request that no await follows: the result stands, the count shows it."""
import asyncio


async def work():
    asyncio.current_task().cancel()
    return "result"


async def main():
    task = asyncio.create_task(work())
    try:
        print(await task)
    except asyncio.CancelledError:
        print("cancelled")
    print(task.cancelled(), task.cancelling())


asyncio.run(main())
