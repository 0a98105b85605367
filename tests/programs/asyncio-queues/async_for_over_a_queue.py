import asyncio


class Stream(asyncio.Queue):
    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return await self.get()
        except asyncio.QueueShutDown:
            raise StopAsyncIteration from None


async def feed(stream):
    for number in range(3):
        await asyncio.sleep(1)
        stream.put_nowait(number)
    stream.shutdown()


async def main():
    stream = Stream()
    task = asyncio.create_task(feed(stream))
    async for item in stream:
        print(item, asyncio.get_running_loop().time())
    await task


asyncio.run(main())
