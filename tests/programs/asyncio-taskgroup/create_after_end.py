import asyncio


async def work():
    print("never")


async def main():
    async with asyncio.TaskGroup() as tg:
        pass
    try:
        tg.create_task(work())
    except RuntimeError as error:
        print(error)


asyncio.run(main())
