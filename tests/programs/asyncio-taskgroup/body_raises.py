import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        print("slow is left at", asyncio.get_running_loop().time())


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow())
            await asyncio.sleep(1)
            raise KeyError("in the body")
    except* KeyError as group:
        print(repr(group), repr(group.__context__))


asyncio.run(main())
