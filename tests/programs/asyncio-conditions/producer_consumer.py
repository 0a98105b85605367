import asyncio


class Buffer:
    def __init__(self, size):
        self.items = []
        self.size = size
        self.changed = asyncio.Condition()

    async def put(self, item):
        async with self.changed:
            await self.changed.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            self.changed.notify_all()

    async def get(self):
        async with self.changed:
            while not self.items:
                await self.changed.wait()
            self.changed.notify_all()
            return self.items.pop(0)


async def produce(buffer):
    for number in range(5):
        await buffer.put(number)
        print("put", number, "at", asyncio.get_running_loop().time())


async def consume(buffer):
    for _ in range(5):
        await asyncio.sleep(1)
        print("got", await buffer.get())


async def main():
    buffer = Buffer(2)
    await asyncio.gather(produce(buffer), consume(buffer))


asyncio.run(main())
