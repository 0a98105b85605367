import asyncio


async def inner():
    await asyncio.sleep(0.1)
    raise ValueError("deep")


async def middle():
    try:
        await inner()
    except ValueError as error:
        raise RuntimeError("wrapped") from error


async def main():
    try:
        await middle()
    except RuntimeError as error:
        print(repr(error), repr(error.__cause__))


asyncio.run(main())
