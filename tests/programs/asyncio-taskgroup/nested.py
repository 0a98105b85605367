import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    async with asyncio.TaskGroup() as outer:
        a = outer.create_task(work(3))
        async with asyncio.TaskGroup() as inner:
            b = inner.create_task(work(1))
        print("inner left at", asyncio.get_running_loop().time())
        c = outer.create_task(work(1))
    print("outer left at", asyncio.get_running_loop().time())
    print(a.result(), b.result(), c.result())


asyncio.run(main())
