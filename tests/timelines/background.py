import asyncio


async def background():
    while True:
        await asyncio.sleep(0.4)
        print("tick")


async def main():
    task = asyncio.create_task(background())
    await asyncio.sleep(1)


asyncio.run(main())
