"""A task that fails and that nobody awaits is reported when it goes away."""
import asyncio


async def fail():
    raise ValueError("unseen")


async def main():
    asyncio.create_task(fail(), name="doomed")
    await asyncio.sleep(1)
    print("main goes on")


asyncio.run(main())
