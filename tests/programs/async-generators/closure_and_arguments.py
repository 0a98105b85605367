import asyncio


def make(step):
    async def walk(start, *, stop, **extra):
        while start < stop:
            yield start, sorted(extra)
            start += step

    return walk


async def main():
    async for item in make(2)(1, stop=6, a=1, b=2):
        print(item)
    (first, _), *rest = [x async for x in make(3)(0, stop=9)]
    print(first, rest)


asyncio.run(main())
