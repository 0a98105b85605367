"""What a thread sets while it blocks is not seen by tasks."""
import asyncio
import time
from contextvars import ContextVar

var = ContextVar('var', default='unset')


def blocking():
    var.set('thread')
    time.sleep(1)
    return var.get()


async def main():
    var.set('main')
    thread = asyncio.create_task(asyncio.to_thread(blocking))
    for _ in range(3):
        await asyncio.sleep(0.4)
        print('main sees', var.get())
    print(await thread)


asyncio.run(main())
