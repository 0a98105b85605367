import asyncio


async def work():
    pass


async def main():
    for wrong in (42, "text", None):
        try:
            asyncio.create_task(wrong)
        except TypeError as error:
            print("TypeError:", error)
    try:
        asyncio.create_task(work)
    except TypeError as error:
        print(str(error).split(" at ")[0])


asyncio.run(main())
