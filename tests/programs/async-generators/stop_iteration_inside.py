import asyncio


async def raises(error):
    yield 1
    raise error


async def main():
    for error in (StopIteration("si"), StopAsyncIteration("sai")):
        try:
            async for x in raises(error):
                print(x)
        except RuntimeError as outer:
            print(outer, "| cause:", repr(outer.__cause__))


asyncio.run(main())
