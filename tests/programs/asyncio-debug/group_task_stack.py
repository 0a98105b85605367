import asyncio


async def broken():
    fut = asyncio.Future()
    fut.set_exception(ValueError("1"))
    del fut


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(broken())
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(sorted(context)))
    asyncio.Future().set_exception(ValueError("2"))


asyncio.run(main(), debug=True)
