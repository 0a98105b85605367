import asyncio


async def login(name):
    await asyncio.sleep(1)
    return name + "!"


async def load(token):
    await asyncio.sleep(1)
    return token * 2


async def main():
    token = await login("ada")
    shown = token.upper()
    data = await load(shown)
    print(data)
    for _ in range(3):
        data = await load(data)
    print(data)


asyncio.run(main())
