import asyncio


async def main():
    while True:
        await asyncio.sleep(20)


asyncio.run(main())
