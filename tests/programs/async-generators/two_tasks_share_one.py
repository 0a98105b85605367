import asyncio


async def numbers():
    for i in range(4):
        await asyncio.sleep(1)
        yield i


async def reader(name, agen):
    try:
        async for x in agen:
            print(name, x)
    except RuntimeError as error:
        print(name, error)


async def main():
    agen = numbers()
    await asyncio.gather(reader("a", agen), reader("b", agen))


asyncio.run(main())
