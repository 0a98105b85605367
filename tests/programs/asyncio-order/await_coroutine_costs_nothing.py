"""Awaiting a coroutine that never waits does not give way; awaiting a task does."""
import asyncio


async def quick(label):
    print("quick", label)


async def other():
    print("other runs")


async def main():
    asyncio.create_task(other())
    await quick(1)
    await quick(2)
    print("no switch so far")
    await asyncio.create_task(quick(3))
    print("end")


asyncio.run(main())
