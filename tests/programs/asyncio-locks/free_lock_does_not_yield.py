import asyncio


async def other():
    print("other runs")


async def main():
    lock = asyncio.Lock()
    task = asyncio.create_task(other())
    await lock.acquire()
    print("main has the lock")
    lock.release()
    async with lock:
        print("main has it again")
    await task


asyncio.run(main())
