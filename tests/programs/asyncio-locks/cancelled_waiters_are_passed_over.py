import asyncio


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    waiting = [asyncio.create_task(lock.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    for task in waiting:
        task.cancel()
    lock.release()
    # All who wait are cancelled: nothing to wait for.
    loop_turns = []
    asyncio.get_running_loop().call_soon(loop_turns.append, 1)
    await lock.acquire()
    print("turns while acquiring:", len(loop_turns))
    results = await asyncio.gather(*waiting, return_exceptions=True)
    print([type(result).__name__ for result in results], lock.locked())


asyncio.run(main())
