import asyncio


async def work():
    print("never")


async def main():
    tg = asyncio.TaskGroup()
    coro = work()
    try:
        tg.create_task(coro)
    except RuntimeError as error:
        print(error)
    try:
        await coro
    except RuntimeError as error:
        print(error)


asyncio.run(main())
