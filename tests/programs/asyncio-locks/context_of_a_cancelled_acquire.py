import asyncio


async def work(lock):
    try:
        raise ValueError("before")
    except ValueError:
        try:
            await lock.acquire()
        except asyncio.CancelledError as error:
            print(repr(error), repr(error.__context__))
            raise


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(work(lock))
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))


asyncio.run(main())
