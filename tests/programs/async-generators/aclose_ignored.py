import asyncio


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def returns():
    try:
        yield 1
    except GeneratorExit:
        print("returns")


async def raises():
    try:
        yield 1
    finally:
        raise ValueError("while closing")


async def main():
    agen = stubborn()
    await anext(agen)
    try:
        await agen.aclose()
    except RuntimeError as error:
        print(error)
    agen = returns()
    await anext(agen)
    print(await agen.aclose())
    agen = raises()
    await anext(agen)
    try:
        await agen.aclose()
    except ValueError as error:
        print("ValueError", error, repr(error.__context__))


asyncio.run(main())
