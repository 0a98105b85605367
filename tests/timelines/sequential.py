import asyncio


async def boil(seconds):
    await asyncio.sleep(seconds)
    return f"boiled for {seconds} s"


async def main():
    print(await boil(2))
    print(await boil(1))


asyncio.run(main())
