import asyncio


async def greet():
    print("never printed")


async def main():
    greet()
    await asyncio.sleep(1)


asyncio.run(main())
