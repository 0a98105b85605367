import asyncio


class Throttle(asyncio.Semaphore):
    def __init__(self, value):
        super().__init__(value)
        self.most = value
        self.peak = 0

    async def __aenter__(self):
        await super().__aenter__()
        self.peak = max(self.peak, self.most - self._value)
        return self


async def fetch(throttle, number):
    async with throttle as inside:
        await asyncio.sleep(0.1 * number)
        return number, inside is throttle


async def main():
    throttle = Throttle(3)
    print(await asyncio.gather(*[fetch(throttle, number) for number in range(7)]))
    print(throttle.peak, asyncio.get_running_loop().time())


asyncio.run(main())
