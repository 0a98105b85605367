import asyncio


async def producer(queue, name, count):
    for number in range(count):
        await queue.put((name, number))


async def consumer(queue, got, count):
    for _ in range(count):
        got.append(await queue.get())


async def main():
    queue = asyncio.Queue(maxsize=3)
    got = [[], []]
    await asyncio.gather(
        *[producer(queue, name, 4) for name in "abc"],
        *[consumer(queue, items, 6) for items in got],
    )
    for items in got:
        print(items)


asyncio.run(main())
