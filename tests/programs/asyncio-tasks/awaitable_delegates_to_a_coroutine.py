# An object whose __await__ hands on what a coroutine or a future awaits.
import asyncio


async def work(name):
    await asyncio.sleep(0.1)
    return name


class Delegate:
    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __await__(self):
        result = yield from self.coroutine.__await__()
        print("got", result)
        return result


class Returned(Delegate):
    def __await__(self):
        return self.coroutine.__await__()


class AtOnce:
    def __await__(self):
        return (yield from at_once().__await__())


async def at_once():
    return "at once"


async def fail():
    await asyncio.sleep(0)
    raise ValueError("failed")


async def main():
    print(await Delegate(work("a")), await Returned(work("b")), await AtOnce())
    print(await asyncio.gather(Delegate(work("c")), Returned(work("d")), AtOnce()))
    print(await asyncio.wait_for(Delegate(work("e")), 1))
    try:
        await Delegate(fail())
    except ValueError as error:
        print(repr(error))
    task = asyncio.ensure_future(Delegate(work("f")))
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
