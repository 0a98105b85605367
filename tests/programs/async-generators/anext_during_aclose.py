import asyncio


async def gen():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(1)


async def main():
    agen = gen()
    await anext(agen)
    closing = asyncio.create_task(agen.aclose())
    await asyncio.sleep(0.5)
    try:
        await anext(agen)
    except RuntimeError as error:
        print(error)
    await closing
    print(await anext(agen, "closed"))


asyncio.run(main())
