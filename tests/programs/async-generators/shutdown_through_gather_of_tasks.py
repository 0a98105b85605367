import asyncio


async def waits():
    try:
        while True:
            await asyncio.sleep(1)
            yield asyncio.get_running_loop().time()
    finally:
        print("left at", asyncio.get_running_loop().time())


async def consume(agen):
    async for x in agen:
        print(x)


async def main():
    agen = waits()
    task = asyncio.create_task(consume(agen))
    await asyncio.sleep(2.5)
    print("main ends")


asyncio.run(main())
