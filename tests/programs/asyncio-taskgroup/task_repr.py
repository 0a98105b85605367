import asyncio


async def work():
    await asyncio.sleep(1)


async def main():
    async with asyncio.TaskGroup() as tg:
        task = tg.create_task(work(), name="worker")
        await asyncio.sleep(0)
        print(str(task).split(" wait_for")[0])
        print(str(task).rsplit(" ", 1)[1])


asyncio.run(main())
