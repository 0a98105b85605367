import asyncio


class Item:
    def __init__(self, number, queue=None):
        self.number = number
        self.queue = queue

    def __lt__(self, other):
        if self.queue is not None:
            queue, self.queue = self.queue, None
            queue.put_nowait(Item(0))
        return self.number < other.number

    def __repr__(self):
        return f"Item({self.number})"


async def main():
    queue = asyncio.PriorityQueue()
    queue.put_nowait(Item(2))
    try:
        queue.put_nowait(Item(1, queue))
    except RuntimeError as error:
        print(error)
    print(queue.qsize(), queue._unfinished_tasks)


asyncio.run(main())
