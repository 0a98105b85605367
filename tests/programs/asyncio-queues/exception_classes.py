import asyncio
from asyncio import QueueEmpty, QueueFull, QueueShutDown
from asyncio.queues import Queue

for error in (QueueEmpty, QueueFull, QueueShutDown):
    print(error, error.__name__, error.__bases__)
print(Queue is asyncio.Queue, issubclass(asyncio.PriorityQueue, asyncio.Queue))
try:
    raise asyncio.QueueFull("mine")
except Exception as error:
    print(repr(error))
