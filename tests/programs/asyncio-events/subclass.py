import asyncio


class Signal(asyncio.Event):
    def __init__(self):
        super().__init__()
        self.times = 0

    def fire(self):
        self.times += 1
        self.set()
        self.clear()


async def main():
    signal = Signal()
    task = asyncio.create_task(signal.wait())
    await asyncio.sleep(0)
    signal.fire()
    print(await task, signal.times, signal.is_set())


asyncio.run(main())
