import asyncio


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


async def main():
    agen = numbers()
    print(await anext(agen))
    await asyncio.get_running_loop().shutdown_asyncgens()
    print(await anext(agen, "nothing"))
    await asyncio.get_running_loop().shutdown_asyncgens()
    print("again")


asyncio.run(main())
