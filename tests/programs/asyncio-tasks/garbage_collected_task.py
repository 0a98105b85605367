"""A task that nobody keeps a reference to still runs: the loop's timer holds it."""
import asyncio


async def fire_and_forget():
    await asyncio.sleep(1)
    print("ran to the end")


async def main():
    asyncio.create_task(fire_and_forget())
    await asyncio.sleep(2)


asyncio.run(main())
