import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        print("__aiter__")
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        await asyncio.sleep(1)
        self.n -= 1
        return self.n


class Source:
    def __aiter__(self):
        return Countdown(2)


async def main():
    async for n in Countdown(3):
        print(n)
    async for n in Source():
        print("source", n)


asyncio.run(main())
