import asyncio


async def consumer(condition, name):
    async with condition:
        await condition.wait()
        print(name)
        await asyncio.sleep(1)


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(consumer(condition, name)) for name in "abc"]
    await asyncio.sleep(0)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)
    print(asyncio.get_running_loop().time())


asyncio.run(main())
