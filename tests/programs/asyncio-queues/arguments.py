import asyncio

queue = asyncio.Queue()
for attempt in (
    lambda: asyncio.Queue(1, 2),
    lambda: asyncio.Queue(size=3),
    lambda: queue.put_nowait(),
    lambda: queue.put_nowait(1, 2),
    lambda: queue.get_nowait(True),
    lambda: queue.qsize(1),
    lambda: queue.missing,
):
    try:
        attempt()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
queue.put_nowait(item="named")
print(queue)
