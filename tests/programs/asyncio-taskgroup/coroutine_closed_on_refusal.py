import asyncio


async def work():
    await asyncio.sleep(0)


async def main():
    async with asyncio.TaskGroup() as tg:
        pass
    coro = work()
    try:
        tg.create_task(coro)
    except RuntimeError as error:
        print(error)
    print(coro.cr_frame)


asyncio.run(main())
