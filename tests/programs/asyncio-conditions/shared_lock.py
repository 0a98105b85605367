import asyncio


async def waiter(condition, name):
    async with condition:
        await condition.wait()
        print(name)


async def main():
    lock = asyncio.Lock()
    full, empty = asyncio.Condition(lock), asyncio.Condition(lock)
    tasks = [asyncio.create_task(waiter(full, "full")), asyncio.create_task(waiter(empty, "empty"))]
    await asyncio.sleep(0)
    async with lock:
        print(full.locked(), empty.locked())
        empty.notify()
        full.notify_all()
    await asyncio.gather(*tasks)


asyncio.run(main())
