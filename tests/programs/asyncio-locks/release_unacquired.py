import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print(repr(error))
    await lock.acquire()
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print(repr(error))


asyncio.run(main())
