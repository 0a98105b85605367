import asyncio


async def work():
    pass


async def main():
    try:
        await work
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
