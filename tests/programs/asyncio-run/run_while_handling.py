import asyncio
import sys


async def child():
    print("child handles", repr(sys.exception()))
    await asyncio.sleep(1)
    raise ValueError("child")


async def main():
    print("main handles", repr(sys.exception()))
    try:
        await asyncio.create_task(child())
    except ValueError as error:
        print(repr(error), repr(error.__context__))
    print("main handles", repr(sys.exception()))
    asyncio.get_running_loop().call_soon(lambda: print("callback handles", repr(sys.exception())))
    await asyncio.sleep(0)
    raise KeyError("main")


try:
    1 / 0
except ZeroDivisionError:
    try:
        asyncio.run(main())
    except KeyError as error:
        print(repr(error), repr(error.__context__))
