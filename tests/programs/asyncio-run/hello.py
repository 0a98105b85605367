import asyncio


async def main():
    print("one")
    await asyncio.sleep(1.5)
    print("two")


asyncio.run(main())
