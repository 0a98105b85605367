import asyncio


class Jobs(asyncio.PriorityQueue):
    def _init(self, maxsize):
        super()._init(maxsize)
        self.count = 0

    def _put(self, job):
        self.count += 1
        super()._put((job[0], self.count, job[1]))

    def _get(self):
        return super()._get()[2]


async def main():
    queue = Jobs(maxsize=4)
    for job in ((1, "b"), (0, "a"), (1, "c"), (0, "d")):
        await queue.put(job)
    print(queue)
    print([await queue.get() for _ in range(4)], queue.count)


asyncio.run(main())
