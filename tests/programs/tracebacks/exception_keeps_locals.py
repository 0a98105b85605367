# An exception holds the local variables of the functions that it came through, as long as it is there.
import asyncio


async def ticks():
    try:
        yield 1
    finally:
        print("closed")


async def fail():
    generator = ticks()
    await anext(generator)
    raise ValueError("failed")


async def main():
    try:
        await fail()
    except ValueError as error:
        kept = error
    await asyncio.sleep(0.1)
    print("the exception goes")
    del kept
    await asyncio.sleep(0.1)
    print("end")


asyncio.run(main())
