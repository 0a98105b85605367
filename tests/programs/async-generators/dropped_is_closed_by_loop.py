import asyncio


async def numbers():
    try:
        while True:
            yield 1
    finally:
        task = asyncio.current_task()
        print("closing in", task.get_name())
        await asyncio.sleep(1)
        print("closed at", asyncio.get_running_loop().time())


async def main():
    async for x in numbers():
        break
    print("after break")
    task = asyncio.create_task(asyncio.sleep(3), name="other")
    await asyncio.sleep(2)
    await task
    later = asyncio.create_task(asyncio.sleep(0))
    print(later.get_name())
    await later


asyncio.run(main())
