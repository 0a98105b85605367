import asyncio


async def broken():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("cleanup failed")


async def main():
    try:
        await asyncio.wait_for(broken(), 1)
    except ValueError as error:
        print(repr(error), repr(error.__context__))


asyncio.run(main())
