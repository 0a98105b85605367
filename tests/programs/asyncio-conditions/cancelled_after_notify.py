import asyncio


async def waiter(condition, name):
    async with condition:
        try:
            await condition.wait()
            print(name, "notified")
        except asyncio.CancelledError:
            print(name, "cancelled")
            raise


async def main():
    condition = asyncio.Condition()
    a, b = [asyncio.create_task(waiter(condition, name)) for name in "ab"]
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        a.cancel()
    await asyncio.wait([a, b])
    print(a.cancelled(), b.cancelled())


asyncio.run(main())
