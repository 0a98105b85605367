import asyncio


async def other():
    print("other")


async def main():
    semaphore = asyncio.Semaphore(1)
    task = asyncio.create_task(other())
    async with semaphore:
        print("main")
    await task


asyncio.run(main())
