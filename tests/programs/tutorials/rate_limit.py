"""At most two at a time, by hand."""
import asyncio


class Limiter:
    def __init__(self, limit):
        self.free = limit
        self.waiters = []

    async def __aenter__(self):
        while self.free == 0:
            waiter = asyncio.get_running_loop().create_future()
            self.waiters.append(waiter)
            await waiter
        self.free -= 1

    async def __aexit__(self, *exc_info):
        self.free += 1
        if self.waiters:
            self.waiters.pop(0).set_result(None)


async def job(name, seconds, limiter):
    async with limiter:
        print(f"{asyncio.get_running_loop().time():.1f} {name} starts")
        await asyncio.sleep(seconds)
    print(f"{asyncio.get_running_loop().time():.1f} {name} ends")


async def main():
    limiter = Limiter(2)
    await asyncio.gather(*(job(n, s, limiter) for n, s in [("a", 1), ("b", 3), ("c", 1), ("d", 0.5), ("e", 1)]))


asyncio.run(main())
