import asyncio


async def main():
    async with asyncio.Lock() as value:
        print(value)


asyncio.run(main())
