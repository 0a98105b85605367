import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        with lock:
            print("never")
    except TypeError as error:
        print(error)
    try:
        await lock
    except TypeError as error:
        print(error)
    print(lock.locked())


asyncio.run(main())
