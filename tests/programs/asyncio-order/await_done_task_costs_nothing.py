import asyncio


async def quick():
    return 1


async def other():
    print("other runs")


async def main():
    task = asyncio.create_task(quick())
    await asyncio.sleep(0)
    print("done", task.done())
    asyncio.create_task(other())
    await task
    print("awaited without a switch")
    await asyncio.sleep(0)


asyncio.run(main())
