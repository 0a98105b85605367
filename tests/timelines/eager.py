import asyncio


async def at_once():
    return "at once"


async def work():
    print("begins in main's step")
    await asyncio.sleep(1)
    return "later"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    first = asyncio.create_task(at_once(), name="at once")
    second = asyncio.create_task(work(), name="later")
    print(await first, await second)


asyncio.run(main())
