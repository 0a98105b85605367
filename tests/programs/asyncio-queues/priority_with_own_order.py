import asyncio


class Job:
    def __init__(self, priority, name):
        self.priority = priority
        self.name = name

    def __lt__(self, other):
        return self.priority < other.priority

    def __repr__(self):
        return f"{self.name}:{self.priority}"


async def main():
    queue = asyncio.PriorityQueue()
    for index, priority in enumerate([5, 1, 5, 3, 1, 1, 5, 3, 2]):
        queue.put_nowait(Job(priority, f"job{index}"))
    print(queue)
    print([queue.get_nowait() for _ in range(9)])


asyncio.run(main())
