# What programs look at although it is not theirs: the items of a queue.
import asyncio
from collections import deque


class Stack(asyncio.Queue):
    def _put(self, item):
        self._queue.appendleft(item)


async def main():
    queue = asyncio.Queue()
    for number in range(3):
        await queue.put(number)
    print(queue._queue, type(queue._queue) is deque, queue._queue[0], len(queue._queue))
    stack = Stack()
    for number in range(3):
        stack.put_nowait(number)
    print(stack._queue, [stack.get_nowait() for _ in range(3)])
    ordered = asyncio.PriorityQueue()
    ordered.put_nowait(2)
    ordered.put_nowait(1)
    print(ordered._queue)


asyncio.run(main())
