import asyncio


async def work():
    print("never starts")


async def main():
    coro = work()
    try:
        asyncio.gather(42, coro)
    except TypeError as error:
        print("TypeError:", error)
    coro.close()


asyncio.run(main())
