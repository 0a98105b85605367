import asyncio


async def consumer(condition, name):
    async with condition:
        print(name, "waits")
        print(name, await condition.wait(), condition.locked())


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(consumer(condition, name)) for name in "abc"]
    await asyncio.sleep(1)
    async with condition:
        condition.notify()
        print("notified")
    await asyncio.sleep(1)
    async with condition:
        condition.notify(2)
        print("notified two")
    await asyncio.gather(*tasks)


asyncio.run(main())
