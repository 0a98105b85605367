# The part of asyncio that is best said in Python: it runs the program's coroutines inside its own, so that
# the frames of both are one stack. These frames are hidden from tracebacks.

from asyncio.locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull, QueueShutDown


def _await_future(future):
    return (yield from future)


async def _wrap_awaitable(awaitable):
    return await awaitable


async def to_thread(func, /, *args, **kwargs):
    return await _run_in_thread(func, args, kwargs)
