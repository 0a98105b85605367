import asyncio


async def agen():
    yield 1


async def main():
    try:
        for x in agen():
            print(x)
    except TypeError as error:
        print(error)
    try:
        iter(agen())
    except TypeError as error:
        print(error)
    try:
        next(agen())
    except TypeError as error:
        print(error)
    try:
        await agen()
    except TypeError as error:
        print(error)
    try:
        list(agen())
    except TypeError as error:
        print(error)
    try:
        [*agen()]
    except TypeError as error:
        print(error)


asyncio.run(main())
