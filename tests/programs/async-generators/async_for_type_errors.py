import asyncio


class NoAnext:
    def __aiter__(self):
        return self


class BadAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 7


class AsyncAiter:
    async def __aiter__(self):
        return self


class BadAwait:
    def __aiter__(self):
        return self

    def __anext__(self):
        return self

    def __await__(self):
        return 1


async def attempt(what):
    try:
        async for _ in what:
            print("never")
    except TypeError as error:
        print(type(error).__name__, error, "| cause:", repr(error.__cause__))


async def main():
    for what in (7, [1, 2], None, NoAnext(), BadAnext(), BadAwait()):
        await attempt(what)
    try:
        for _ in (x async for x in 5):
            print("never")
    except TypeError as error:
        print(error)


asyncio.run(main())
