import asyncio


async def child(future):
    await future


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future)
    task = asyncio.create_task(child(future), name="child")
    print(task)
    other = loop.create_task(child(future), name="other")
    print(other)
    await asyncio.sleep(0)
    print(task)
    future.set_result(None)
    await task
    await other
    print(task)
    print(asyncio.current_task())


asyncio.run(main(), debug=True)
