"""set_exception takes a class, but no StopIteration."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(KeyError)
    print(repr(future.exception()))
    future = loop.create_future()
    future.set_exception(StopIteration('no'))
    print(repr(future.exception()), repr(future.exception().__cause__))
    future = loop.create_future()
    for wrong in (5, int, None):
        try:
            future.set_exception(wrong)
        except TypeError as error:
            print('TypeError:', error)


asyncio.run(main())
