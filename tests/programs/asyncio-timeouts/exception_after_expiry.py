"""The body turns the cancellation into another exception: that one is raised."""
import asyncio


async def main():
    try:
        async with asyncio.timeout(1) as cm:
            try:
                await asyncio.sleep(10)
            finally:
                raise KeyError('in cleanup')
    except KeyError as error:
        print(repr(error), cm.expired(), repr(error.__context__), repr(error.__context__.__cause__))


asyncio.run(main())
