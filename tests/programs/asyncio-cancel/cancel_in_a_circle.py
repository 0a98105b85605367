import asyncio


async def circular(future):
    await asyncio.gather(asyncio.current_task(), future)


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(circular(future))
    await asyncio.sleep(0)
    try:
        task.cancel()
    except RecursionError as error:
        print(str(error).startswith("maximum recursion depth exceeded"))
    print(task.done())
    future.set_exception(ValueError("broken"))
    try:
        await task
    except ValueError as error:
        print("ended by", error)


asyncio.run(main())
