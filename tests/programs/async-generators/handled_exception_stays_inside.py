import asyncio
import sys


async def gen():
    try:
        1 / 0
    except ZeroDivisionError:
        yield "inside"
        await asyncio.sleep(0)
        print("generator handles", repr(sys.exception()))
        yield "again"
    print("generator handles", repr(sys.exception()))


async def main():
    async for x in gen():
        print(x, repr(sys.exception()))
    try:
        raise KeyError("outer")
    except KeyError:
        async for x in gen():
            print(x, repr(sys.exception()))
    print(repr(sys.exception()))


asyncio.run(main())
