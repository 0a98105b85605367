import asyncio


async def quick(n):
    print("runs", n)
    return n


async def slow(n):
    print("begins", n)
    await asyncio.sleep(n)
    return n


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(quick(1))
        print(a.done(), tg)
        b = tg.create_task(slow(2))
        print(b.done(), tg)
    print(a.result(), b.result(), asyncio.get_running_loop().time())


asyncio.run(main())
