import asyncio


async def work(number):
    return number


async def main():
    tasks = [asyncio.create_task(work(number)) for number in range(100_000)]
    total = 0
    for task in tasks:
        total += await task
    assert total == sum(range(100_000))


asyncio.run(main())
