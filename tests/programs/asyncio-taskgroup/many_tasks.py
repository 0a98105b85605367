import asyncio


async def work(n):
    await asyncio.sleep(n % 7)
    return n


async def main():
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(work(n)) for n in range(500)]
    print(sum(task.result() for task in tasks), asyncio.get_running_loop().time())


asyncio.run(main())
