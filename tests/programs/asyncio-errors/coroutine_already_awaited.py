import asyncio


async def work():
    await asyncio.sleep(1)
    return "value"


async def main():
    coro = work()
    task = asyncio.create_task(coro)
    await asyncio.sleep(0)
    try:
        await coro
    except RuntimeError as error:
        print("RuntimeError:", error)
    print(await task)


asyncio.run(main())
