"""An object with __await__ can be awaited."""
import asyncio


class Delayed:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.wait().__await__()

    async def wait(self):
        await asyncio.sleep(1)
        return self.value


async def main():
    print(await Delayed("value"))
    print(await asyncio.gather(Delayed(1), Delayed(2)))


asyncio.run(main())
