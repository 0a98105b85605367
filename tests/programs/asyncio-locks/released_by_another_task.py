import asyncio


async def helper(lock):
    print("helper releases")
    lock.release()


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(helper(lock))
    await lock.acquire()
    print("main has it again", task.done())
    lock.release()


asyncio.run(main())
