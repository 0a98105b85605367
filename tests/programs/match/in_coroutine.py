import asyncio


async def answer(x):
    await asyncio.sleep(1)
    return x


async def main():
    for x in (1, [2, 3], {"k": 4}):
        match await answer(x):
            case int(n):
                print("int", n)
            case [a, b] if await answer(a) == 2:
                print("pair", a, b)
            case {"k": value}:
                print("mapping", await answer(value))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
