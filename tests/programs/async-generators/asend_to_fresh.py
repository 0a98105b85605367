import asyncio


async def gen():
    yield 1


async def main():
    agen = gen()
    try:
        await agen.asend("value")
    except TypeError as error:
        print(error)
    print(await agen.asend(None))


asyncio.run(main())
