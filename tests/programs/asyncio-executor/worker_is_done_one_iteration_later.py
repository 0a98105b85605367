import asyncio


async def count():
    for n in range(4):
        print("iteration", n)
        await asyncio.sleep(0)


def work():
    return "result"


async def main():
    other = asyncio.create_task(count())
    print(await asyncio.to_thread(work))
    await other


asyncio.run(main())
