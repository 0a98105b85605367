import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        async with lock:
            print(lock.locked())
            raise KeyError("inside")
    except KeyError as error:
        print(repr(error), lock.locked())


asyncio.run(main())
