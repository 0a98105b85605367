import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return f"{name} after {seconds}"


async def main():
    a = await fetch("a", 2)
    await fetch("b", 1)
    c = await fetch("c", 1.5)  # the third
    print(a, c)


async def lists():
    both = await asyncio.gather(fetch("x", 1), fetch("y", 2))
    print(both)
    print("all:", await asyncio.gather(
        fetch("a rather long name that needs a line", 1),  # one
        fetch("z", 2),
    ))
    return await asyncio.gather(fetch("p", 0.5), fetch("q", 0.25), fetch("r", 0.125), fetch("s", 1))


asyncio.run(main())
print(asyncio.run(lists()))
