import asyncio


async def main():
    future = asyncio.Future()
    future.set_exception(ValueError("bad"))
    print(repr(future.exception()))
    try:
        await future
    except ValueError as error:
        print(repr(error))
    other = asyncio.Future()
    other.set_exception(LookupError)
    print(repr(other.exception()))


asyncio.run(main())
