import asyncio


async def work(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "done at", asyncio.get_running_loop().time())
    return name


async def main():
    async with asyncio.TaskGroup() as tg:
        first = tg.create_task(work("first", 2))
        second = tg.create_task(work("second", 1))
        print("body ends")
    print("left at", asyncio.get_running_loop().time())
    print(first.result(), second.result())


asyncio.run(main())
