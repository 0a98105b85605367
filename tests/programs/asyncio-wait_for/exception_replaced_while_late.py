"""What fails in its cleanup raises that, with the timeout in its context."""
import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        raise KeyError('cleanup')


async def main():
    try:
        await asyncio.wait_for(slow(), 1)
    except KeyError as error:
        print(repr(error), repr(error.__context__))


asyncio.run(main())
