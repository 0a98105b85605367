import asyncio


async def main():
    print(await asyncio.sleep(1, "value"))
    print(await asyncio.sleep(0, result=[1]))
    print(await asyncio.sleep(1))
    print(await asyncio.sleep(-5, "negative is like zero"))


asyncio.run(main())
