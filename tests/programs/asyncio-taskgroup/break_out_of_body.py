import asyncio


async def work():
    await asyncio.sleep(1)
    print("work is done")


async def main():
    for n in range(3):
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work())
            if n == 1:
                break
    print(n, asyncio.get_running_loop().time())


asyncio.run(main())
