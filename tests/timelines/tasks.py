import asyncio


async def boil(seconds, what):
    await asyncio.sleep(seconds)
    return what


async def main():
    water = asyncio.create_task(boil(2, "water"))
    milk = asyncio.create_task(boil(1, "milk"), name="milk")
    print(await water)
    print(await milk)


asyncio.run(main())
