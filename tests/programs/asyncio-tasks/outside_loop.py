"""create_task needs a running loop; the coroutine it did not take is reported."""
import asyncio


async def work():
    pass


coro = work()
try:
    asyncio.create_task(coro)
except RuntimeError as error:
    print("RuntimeError:", error)
coro.close()
try:
    asyncio.current_task()
except RuntimeError as error:
    print("RuntimeError:", error)
