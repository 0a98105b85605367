"""wait for whichever comes first of a queue and an event."""
import asyncio


async def main():
    queue, event = asyncio.Queue(), asyncio.Event()
    getter = asyncio.create_task(queue.get(), name='queue')
    waiter = asyncio.create_task(event.wait(), name='event')
    loop = asyncio.get_running_loop()
    loop.call_later(1, queue.put_nowait, 'item')
    loop.call_later(2, event.set)
    done, pending = await asyncio.wait([getter, waiter], return_when=asyncio.FIRST_COMPLETED)
    print([(task.get_name(), task.result()) for task in done], [task.get_name() for task in pending])
    done, pending = await asyncio.wait(pending)
    print([(task.get_name(), task.result()) for task in done])


asyncio.run(main())
