import asyncio


async def work(semaphore, name):
    async with semaphore:
        print(name, "in at", asyncio.get_running_loop().time())
        await asyncio.sleep(1)


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*[work(semaphore, number) for number in range(5)])
    print(asyncio.get_running_loop().time())


asyncio.run(main())
