import asyncio


async def work():
    raise StopIteration("odd")


async def main():
    try:
        await work()
    except RuntimeError as error:
        print("RuntimeError:", error, "|", repr(error.__cause__))


asyncio.run(main())
