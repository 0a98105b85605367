import asyncio

print(asyncio.Queue[int], asyncio.PriorityQueue[tuple[int, str]])


class Jobs:
    queue: asyncio.Queue[str]

    def __init__(self, queue: "asyncio.Queue[str] | None" = None):
        self.queue: asyncio.Queue[str] = queue or asyncio.Queue()


def fill(queue: asyncio.Queue[int | None]) -> asyncio.LifoQueue[int]:
    return queue


print(fill.__annotations__)
print(Jobs().queue)
