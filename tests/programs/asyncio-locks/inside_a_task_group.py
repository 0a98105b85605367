import asyncio


async def work(lock, name):
    async with lock:
        print(name, "in")
        await asyncio.sleep(1)
        if name == "b":
            raise ValueError("b fails")
    print(name, "out")


async def main():
    lock = asyncio.Lock()
    try:
        async with asyncio.TaskGroup() as group:
            for name in "abc":
                group.create_task(work(lock, name))
    except ExceptionGroup as error:
        print(error, error.exceptions)
    print(lock.locked())


asyncio.run(main())
