import asyncio


async def gen():
    yield 1


async def main():
    agen = gen()
    agen.asend(None)
    agen.__anext__()
    agen.athrow(ValueError)
    agen.aclose()
    anext(agen)
    anext(agen, None)
    print("done")


asyncio.run(main())
