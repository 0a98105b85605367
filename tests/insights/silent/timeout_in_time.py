import asyncio


async def work(delay):
    await asyncio.sleep(delay)
    return delay


async def main():
    print(await asyncio.wait_for(work(1), 2))
    try:
        await asyncio.wait_for(work(2), 1)
    except TimeoutError:
        print("late")
    coroutine = work(1)
    coroutine.close()


asyncio.run(main())
