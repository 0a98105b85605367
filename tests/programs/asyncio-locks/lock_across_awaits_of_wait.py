import asyncio


async def main():
    lock, event = asyncio.Lock(), asyncio.Event()
    await lock.acquire()
    waits = [asyncio.create_task(lock.acquire(), name="lock"), asyncio.create_task(event.wait(), name="event")]
    asyncio.get_running_loop().call_later(1, event.set)
    done, pending = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    print([task.get_name() for task in done], [task.get_name() for task in pending])
    for task in pending:
        task.cancel()
    await asyncio.wait(waits)
    lock.release()
    print(lock.locked())


asyncio.run(main())
