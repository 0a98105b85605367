import asyncio


async def waiter(condition, name):
    async with condition:
        await condition.wait()
        print(name)


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(condition, name)) for name in "ab"]
    await asyncio.sleep(0)
    async with condition:
        condition.notify(0)
        condition.notify(-1)
        condition.notify(n=2048)
    await asyncio.gather(*tasks)


asyncio.run(main())
