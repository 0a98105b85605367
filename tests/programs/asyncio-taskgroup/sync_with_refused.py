import asyncio


async def main():
    try:
        with asyncio.TaskGroup() as tg:
            print("never")
    except TypeError as error:
        print(error)


asyncio.run(main())
