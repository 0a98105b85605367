import asyncio


async def fetch(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    # The first one.
    a = await fetch("a", 1)  # quick
    # The second one.
    b = await fetch("b", 2)
    print(a, b)


asyncio.run(main())
