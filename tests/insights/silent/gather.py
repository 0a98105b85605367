import asyncio


async def fetch(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    print(await asyncio.gather(fetch("a", 1), fetch("b", 2)))
    first, second = asyncio.create_task(fetch("c", 1)), asyncio.create_task(fetch("d", 2))
    print(await first, await second)
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch("e", 1))
        group.create_task(fetch("f", 1))


asyncio.run(main())
