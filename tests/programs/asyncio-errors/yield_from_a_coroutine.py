# `yield from` takes a coroutine only in a generator that types.coroutine was given.
import asyncio
import types


async def brew(kind):
    await asyncio.sleep(0.1)
    return f"a cup of {kind}"


def old_style():
    return (yield from brew("tea"))


@types.coroutine
def marked():
    return (yield from brew("coffee"))


class Wrong:
    def __await__(self):
        return (yield from brew("mate"))


class Right:
    def __await__(self):
        return (yield from brew("cocoa").__await__())


class AlsoRight:
    def __await__(self):
        return brew("milk").__await__()


async def main():
    print(await marked())
    print(await Right())
    print(await AlsoRight())
    try:
        for step in old_style():
            print(step)
    except TypeError as error:
        print("loop:", error)
    try:
        print(await Wrong())
    except TypeError as error:
        print("await:", error)
    print(await types.coroutine(old_style)())


asyncio.run(main())
