import asyncio


async def gen():
    for i in range(3):
        try:
            yield i
        except ValueError as error:
            await asyncio.sleep(1)
            print("caught", error)


async def main():
    agen = gen()
    print(await anext(agen))
    print(await agen.athrow(ValueError("one")))
    print(await agen.athrow(ValueError))
    try:
        await agen.athrow(ValueError("last"))
    except StopAsyncIteration:
        print("over")
    agen = gen()
    print(await anext(agen))
    try:
        await agen.athrow(KeyError("not caught"))
    except KeyError as error:
        print("KeyError", error)
    print(await anext(agen, "finished"))


asyncio.run(main())
