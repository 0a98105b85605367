import asyncio


async def gen():
    yield 1
    await asyncio.sleep(1)
    yield 2


class Iterable:
    def __aiter__(self):
        return gen()


class Wrong:
    def __aiter__(self):
        return 3


async def main():
    agen = gen()
    print(aiter(agen) is agen)
    print(await anext(agen), await anext(agen))
    try:
        await anext(agen)
    except StopAsyncIteration as error:
        print("StopAsyncIteration", error.args)
    print(await anext(agen, "default"))
    print(await anext(aiter(Iterable())))
    for attempt in (lambda: aiter(1), lambda: anext(2), lambda: anext([], 3), lambda: aiter(Wrong()), lambda: aiter(), lambda: anext(agen, 1, 2)):
        try:
            attempt()
        except TypeError as error:
            print(error)


asyncio.run(main())
