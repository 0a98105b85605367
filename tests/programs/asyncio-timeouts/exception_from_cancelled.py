"""`raise ... from` the cancellation keeps its cause."""
import asyncio


async def main():
    try:
        async with asyncio.timeout(1) as cm:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as error:
                raise KeyError('other') from error
    except KeyError as error:
        print(repr(error), repr(error.__cause__), repr(error.__context__))


asyncio.run(main())
