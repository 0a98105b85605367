import asyncio


async def gen():
    try:
        while True:
            yield await asyncio.sleep(1, "value")
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def main():
    agen = gen()
    task = asyncio.create_task(anext(agen))
    await asyncio.sleep(0.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("the step is cancelled")
    print(agen.ag_running, await anext(agen, "over"))


asyncio.run(main())
