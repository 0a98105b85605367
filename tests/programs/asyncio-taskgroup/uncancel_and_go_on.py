import asyncio


async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")


async def attempt(n):
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
            await asyncio.sleep(10)
    except* ValueError:
        task = asyncio.current_task()
        print("attempt", n, task.cancelling(), task.cancelled())


async def main():
    for n in range(3):
        await attempt(n)
    print(asyncio.get_running_loop().time())


asyncio.run(main())
