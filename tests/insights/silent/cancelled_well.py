import asyncio


async def work():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        await asyncio.sleep(1)
        print("tidy")
        raise


async def graceful():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("stopping")


async def main():
    tasks = [asyncio.create_task(work()), asyncio.create_task(graceful())]
    await asyncio.sleep(1)
    for task in tasks:
        task.cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    try:
        await asyncio.wait_for(work(), 1)
    except TimeoutError:
        print("timeout")


asyncio.run(main())
