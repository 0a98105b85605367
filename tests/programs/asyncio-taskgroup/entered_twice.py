import asyncio


async def main():
    tg = asyncio.TaskGroup()
    async with tg:
        try:
            async with tg:
                print("never")
        except RuntimeError as error:
            print(error)
    try:
        async with tg:
            print("never")
    except RuntimeError as error:
        print(error)


asyncio.run(main())
