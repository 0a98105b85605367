import asyncio


async def gen():
    yield 1
    yield 2


async def main():
    agen = gen()
    step = anext(agen)
    print(await step)
    try:
        await step
    except RuntimeError as error:
        print(error)
    step = agen.athrow(StopIteration)
    try:
        await step
    except RuntimeError as error:
        print(error)
    try:
        await step
    except RuntimeError as error:
        print(error)
    step = agen.aclose()
    print(await step)
    try:
        await step
    except RuntimeError as error:
        print(error)


asyncio.run(main())
