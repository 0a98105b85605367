import asyncio

counter = 0
lock = asyncio.Lock()
shown = 0


async def locked():
    global counter
    async with lock:
        value = counter
        await asyncio.sleep(1)
        counter = value + 1


async def fresh():
    global counter, shown
    shown = counter
    await asyncio.sleep(1)
    counter += 1


class Box:
    def __init__(self):
        self.size = 0

    async def grow(self):
        size = self.size
        await asyncio.sleep(1)
        self.size = size + 1


async def main():
    await asyncio.gather(locked(), locked())
    await asyncio.gather(fresh(), fresh())
    await asyncio.gather(Box().grow(), Box().grow())
    print(counter, shown)


asyncio.run(main())
