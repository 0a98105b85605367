import asyncio


async def main(name):
    await asyncio.sleep(1)
    print(name)


asyncio.run(main("a"))
asyncio.run(main("b"))
