import asyncio


async def numbers():
    yield 1
    raise ValueError("no more")


async def main():
    try:
        print([x async for x in numbers()])
    except ValueError as error:
        print("ValueError", error)
    try:
        print({1 / (x - 1) async for x in numbers()})
    except ZeroDivisionError as error:
        print("ZeroDivisionError", error)


asyncio.run(main())
