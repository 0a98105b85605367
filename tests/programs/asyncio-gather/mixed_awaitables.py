import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(work(1))
    asyncio.get_running_loop().call_later(3, future.set_result, "from the future")
    print(await asyncio.gather(task, work(2), future, asyncio.sleep(0, "from sleep")))


asyncio.run(main())
