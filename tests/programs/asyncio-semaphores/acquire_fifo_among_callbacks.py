import asyncio


async def work(semaphore, name, order, turns):
    for _ in range(turns):
        async with semaphore:
            order.append(name)


async def main():
    semaphore = asyncio.Semaphore(1)
    order = []
    await asyncio.gather(*[work(semaphore, name, order, 3) for name in "abc"])
    print("".join(order))


asyncio.run(main())
