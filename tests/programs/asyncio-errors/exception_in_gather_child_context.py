"""What the caught exception knows: where it came from, and what it replaced."""
import asyncio


async def work():
    try:
        await asyncio.sleep(1)
        raise KeyError("inner")
    except KeyError as error:
        raise ValueError("outer") from error


async def main():
    result, = await asyncio.gather(work(), return_exceptions=True)
    print(repr(result), repr(result.__cause__), result.__cause__ is result.__context__)


asyncio.run(main())
