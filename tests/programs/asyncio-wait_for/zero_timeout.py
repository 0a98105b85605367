import asyncio


async def work():
    print("starts")
    await asyncio.sleep(0)
    print("ends")
    return 1


async def main():
    for timeout in (0, -1):
        try:
            print(await asyncio.wait_for(work(), timeout))
        except TimeoutError:
            print("timeout", timeout)
    task = asyncio.create_task(work())
    await task
    print("done task:", await asyncio.wait_for(task, 0))


asyncio.run(main())
