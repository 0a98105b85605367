import asyncio


async def work(name):
    await asyncio.sleep(1)
    return name


async def main():
    print(await asyncio.create_task(work("a")))
    print(await asyncio.create_task(work("b")))


asyncio.run(main())
