import asyncio


async def gen():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("GeneratorExit")
        raise
    finally:
        await asyncio.sleep(1)
        print("cleaned up at", asyncio.get_running_loop().time())


async def main():
    agen = gen()
    print(await anext(agen))
    print(await agen.aclose())
    print(await agen.aclose())
    print(await anext(agen, "closed"))
    fresh = gen()
    await fresh.aclose()
    print(await anext(fresh, "closed before it began"))


asyncio.run(main())
