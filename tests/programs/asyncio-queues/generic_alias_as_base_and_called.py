import asyncio


class Jobs(asyncio.Queue[int]):
    def first(self):
        return self.get_nowait()


class Numbers(list[int]):
    pass


queue = asyncio.Queue[str](maxsize=2)
queue.put_nowait("a")
print(queue, type(queue))
jobs = Jobs(maxsize=3)
jobs.put_nowait(7)
print(jobs, jobs.first(), Jobs.__mro__[1], isinstance(jobs, asyncio.Queue))
print(Numbers([1, 2]), dict[str, int](a=1), asyncio.Queue[int].__origin__, asyncio.Queue[int].__args__)
