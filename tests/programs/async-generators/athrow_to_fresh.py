import asyncio


async def gen():
    print("never begins")
    yield 1


async def main():
    agen = gen()
    try:
        await agen.athrow(LookupError("early"))
    except LookupError as error:
        print(repr(error))
    print(await anext(agen, "nothing left"))
    print(await agen.athrow(ValueError("after the end")))
    print(await agen.aclose())


asyncio.run(main())
