import asyncio


class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = []
        self.seen = set()

    def _put(self, item):
        if item not in self.seen:
            self.seen.add(item)
            self._queue.append(item)

    def _get(self):
        return self._queue.pop(0)


async def main():
    queue = UniqueQueue()
    for item in "abacab":
        await queue.put(item)
    print(queue, queue.qsize())
    while not queue.empty():
        print(await queue.get())
    task = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait("d")
    print(await task)


asyncio.run(main())
