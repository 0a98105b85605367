import asyncio


class Ready:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return self.value


class Futures:
    def __init__(self):
        self.n = 0

    def __aiter__(self):
        return self

    def __anext__(self):
        self.n += 1
        loop = asyncio.get_running_loop()
        if self.n == 1:
            future = loop.create_future()
            loop.call_later(2, future.set_result, "from a future")
            return future
        if self.n == 2:
            return Ready("from an object")
        future = loop.create_future()
        future.set_exception(StopAsyncIteration())
        return future


async def main():
    async for value in Futures():
        print(value, asyncio.get_running_loop().time())


asyncio.run(main())
