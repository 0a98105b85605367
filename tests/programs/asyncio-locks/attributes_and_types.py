import asyncio
import asyncio.locks
from asyncio.locks import Lock, Event


def worker(lock: asyncio.Lock, event: asyncio.Event | None = None) -> asyncio.Semaphore:
    return lock


lock = asyncio.Lock()
lock.owner = "me"
print(lock.owner, Lock is asyncio.Lock, Event is asyncio.locks.Event, type(lock))
print(isinstance(lock, asyncio.Lock), isinstance(lock, asyncio.Event))
print(issubclass(asyncio.BoundedSemaphore, asyncio.Semaphore), asyncio.Condition.__name__)
print(worker.__annotations__)
