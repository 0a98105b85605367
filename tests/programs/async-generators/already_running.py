import asyncio


async def slow():
    await asyncio.sleep(1)
    yield 1
    await asyncio.sleep(1)
    yield 2


async def attempt(awaitable):
    try:
        print(await awaitable)
    except RuntimeError as error:
        print("RuntimeError:", error)


async def main():
    agen = slow()
    first = asyncio.create_task(anext(agen))
    await asyncio.sleep(0.5)
    await attempt(anext(agen))
    await attempt(agen.asend(3))
    await attempt(agen.athrow(ValueError))
    await attempt(agen.aclose())
    print(await first)
    await agen.aclose()


asyncio.run(main())
