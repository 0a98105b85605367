import asyncio


async def main():
    future = asyncio.Future()
    try:
        future.set_exception("text")
    except TypeError as error:
        print("TypeError:", error)
    print(future.done())
    future.set_exception(StopIteration())
    print(repr(future.exception()))
    print(repr(future.exception().__cause__))


asyncio.run(main())
