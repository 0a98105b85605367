import asyncio


async def go(n):
    await asyncio.sleep(n)
    return n


async def depends():
    a = await go(1)
    b = await go(a)
    print(b)


async def background():
    asyncio.create_task(go(1))
    asyncio.create_task(go(2))
    await asyncio.sleep(3)


async def cancelled():
    task1 = asyncio.create_task(go(1))
    task2 = asyncio.create_task(go(2))
    await asyncio.sleep(0.5)
    task1.cancel()
    await task2


async def options():
    print(await asyncio.gather(go(1), go(2), return_exceptions=True))


async def more_in_the_block():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(go(1))
        print("started")
        tg.create_task(go(2))


async def kept():
    tasks = []
    tasks.append(asyncio.create_task(go(1)))
    tasks.append(asyncio.create_task(go(2)))
    for task in tasks:
        await task


async def not_awaited():
    both = asyncio.gather(go(1), go(2))
    await both


async def loops():
    for n in await asyncio.gather(go(1), go(2)):
        print(n)


async def one_line(): await go(1); await go(2)


async def handed_on():
    async with asyncio.TaskGroup() as tg:
        one = tg.create_task(go(1))
        two = tg.create_task(go(2))
    print(one, two.done())


async def main():
    for function in (depends, background, options, more_in_the_block, kept, not_awaited, loops, one_line):
        await function()


asyncio.run(main())
