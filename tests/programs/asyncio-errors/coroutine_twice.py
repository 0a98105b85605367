import asyncio


async def work():
    print("working")
    return 1


async def main():
    coro = work()
    print(await coro)
    try:
        await coro
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
