import asyncio


async def numbers(n):
    for i in range(n):
        yield i


async def main():
    x = "outer"
    print([x async for x in numbers(2)], x)
    functions = [lambda: x async for x in numbers(3)]
    print([f() for f in functions])
    print([y async for y in numbers(4) if (last := y) > 1], last)
    print([i async for i in (j + 1 async for j in numbers(3))])


asyncio.run(main())
