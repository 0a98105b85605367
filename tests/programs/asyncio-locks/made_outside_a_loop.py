import asyncio

lock = asyncio.Lock()
wait = lock.acquire()
print(asyncio.iscoroutine(wait), asyncio.run(wait), lock.locked())
