"""wait inside a group: the group is not done before its tasks are."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(name, delay), name=name) for name, delay in [('a', 1), ('b', 2)]]
        done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        print([task.get_name() for task in done], asyncio.get_running_loop().time())
    print(asyncio.get_running_loop().time())


asyncio.run(main())
