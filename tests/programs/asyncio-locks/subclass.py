import asyncio


class NamedLock(asyncio.Lock):
    def __init__(self, name):
        super().__init__()
        self.name = name
        self.count = 0

    async def acquire(self):
        self.count += 1
        return await super().acquire()

    def release(self):
        print("releasing", self.name)
        super().release()


async def main():
    lock = NamedLock("printer")
    async with lock:
        print(lock.name, lock.count, lock.locked(), isinstance(lock, asyncio.Lock))
        text = repr(lock)
        print(text[: text.index(" at ")], text[text.index("[") :])
    await lock.acquire()
    lock.release()
    print(lock.count)


asyncio.run(main())
