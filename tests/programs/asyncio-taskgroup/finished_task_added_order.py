import asyncio


async def quick(n):
    return n


async def main():
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(quick(n)) for n in range(3)]
        await asyncio.sleep(0)
        print([task.done() for task in tasks], tg)
        await asyncio.sleep(0)
        print(tg)
        tasks.append(tg.create_task(quick(3)))
        print(tg)
    print([task.result() for task in tasks])


asyncio.run(main())
