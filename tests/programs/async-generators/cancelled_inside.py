import asyncio


async def numbers():
    try:
        while True:
            await asyncio.sleep(1)
            yield asyncio.get_running_loop().time()
    except asyncio.CancelledError:
        print("generator sees the cancellation")
        raise
    finally:
        print("generator is left")


async def consume():
    async for x in numbers():
        print(x)


async def main():
    task = asyncio.create_task(consume())
    await asyncio.sleep(2.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("task cancelled")


asyncio.run(main())
