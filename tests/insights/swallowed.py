import asyncio


async def stubborn():
    while True:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("not me")
            break
    await asyncio.sleep(2)
    return "done"


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(1.5)
    task.cancel()
    print(await task)


asyncio.run(main())
