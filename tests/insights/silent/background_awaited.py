import asyncio


async def work():
    await asyncio.sleep(1)
    return 1


async def main():
    background = set()
    for _ in range(2):
        task = asyncio.create_task(work())
        background.add(task)
        task.add_done_callback(background.discard)
    print(await asyncio.create_task(work()))
    await asyncio.gather(*background)


asyncio.run(main())
