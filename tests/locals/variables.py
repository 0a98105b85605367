import asyncio

counter = 0


async def worker(n, *rest, key=None, **options):
    # Cells, variables that are gone, and those that are not bound yet.
    total = n

    def add(more):
        nonlocal total
        total += more

    for step in range(2):
        add(step)
        try:
            raise ValueError(step)
        except ValueError as error:
            await asyncio.sleep(0.5)
        squares = [value * value for value in range(step + 2)]
        await asyncio.sleep(0.5)
    del squares
    await asyncio.sleep(0.5)
    later = total
    return later


async def count():
    global counter
    while counter < 2:
        counter += 1
        await asyncio.sleep(1)


async def numbers(start):
    current = start
    while True:
        await asyncio.sleep(1)
        current += 1
        yield current


async def main():
    a, b, c, d, e, f, g = range(7)
    h, i, j, k, l, m = range(6)
    async for number in numbers(10):
        if number > 11:
            break
    await asyncio.gather(worker(3, 4, key="k", debug=True), count())


asyncio.run(main())
