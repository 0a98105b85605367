import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(work(n), name=str(n)) for n in (3, 1, 2)]
        done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        print(sorted(task.get_name() for task in done), sorted(task.get_name() for task in pending))
        print(await asyncio.gather(*tasks))


asyncio.run(main())
