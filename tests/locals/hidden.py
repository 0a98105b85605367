import asyncio


class Service:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await asyncio.sleep(1)
        return self

    async def __aexit__(self, *error):
        await asyncio.sleep(1)

    async def call(self, lock):
        # What the library runs in between is not the program's.
        async with lock:
            return await asyncio.wait_for(self.answer(42), timeout=5)

    async def answer(self, value):
        await asyncio.sleep(1)
        return value


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    lock = asyncio.Lock()
    async with Service("s") as service:
        first = asyncio.create_task(service.call(lock))
        second = asyncio.create_task(service.call(lock))
        print(await first, await second)


asyncio.run(main())
