# What a pending task waits for decides when it is told of: a global event leads to it until the end, a local one does not.
import asyncio

shown = asyncio.Event()


async def waiter(event):
    await event.wait()


async def main():
    hidden = asyncio.Event()
    for event in shown, hidden, shown, hidden:
        asyncio.create_task(waiter(event))
    await asyncio.sleep(0)
    print("done")


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
