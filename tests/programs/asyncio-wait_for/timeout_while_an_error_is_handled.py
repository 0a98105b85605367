# The cause of a TimeoutError does not have what the caller handles as its context.
import asyncio


async def retry(make):
    try:
        raise ConnectionError("first try")
    except ConnectionError:
        await asyncio.wait_for(make(), 0.1)


async def slow():
    await asyncio.sleep(10)


async def main():
    for make in slow, asyncio.Event().wait, asyncio.Queue().get, asyncio.Barrier(2).wait:
        try:
            await retry(make)
        except TimeoutError as error:
            print(repr(error.__cause__), repr(error.__cause__.__context__), repr(error.__context__))
    await retry(slow)


asyncio.run(main())
