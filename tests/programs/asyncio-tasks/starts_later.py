"""create_task schedules; the body runs when the creator gives way."""
import asyncio


async def child():
    print("child runs")


async def main():
    task = asyncio.create_task(child())
    print("before await")
    await task
    print("after await")


asyncio.run(main())
