import asyncio


async def main():
    try:
        asyncio.Condition("a lock")
    except AttributeError as error:
        print(error)
    lock = asyncio.Lock()
    condition = asyncio.Condition(lock=lock)
    async with condition:
        print(lock.locked(), condition.locked())
    print(lock.locked())


asyncio.run(main())
