import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n * n


async def main():
    task = asyncio.create_task(work(3))
    print("created, done:", task.done())
    print("result:", await task)
    print("done:", task.done(), "result again:", task.result())


asyncio.run(main())
