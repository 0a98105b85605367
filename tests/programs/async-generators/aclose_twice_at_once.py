import asyncio


async def gen():
    try:
        yield 1
    finally:
        await asyncio.sleep(1)
        print("closed")


async def attempt(name, agen):
    try:
        await agen.aclose()
        print(name, "is done")
    except RuntimeError as error:
        print(name, error)


async def main():
    agen = gen()
    await anext(agen)
    await asyncio.gather(attempt("a", agen), attempt("b", agen))


asyncio.run(main())
