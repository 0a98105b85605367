import asyncio


async def main():
    await asyncio.sleep(1)
    print("tick")
    await asyncio.sleep(2)
    for _ in range(3):
        await asyncio.sleep(1)


asyncio.run(main())
