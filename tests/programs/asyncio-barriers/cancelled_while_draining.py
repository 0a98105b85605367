import asyncio


async def party(barrier, name, log):
    try:
        log.append((name, await barrier.wait()))
    except asyncio.CancelledError:
        log.append((name, "cancelled"))
        raise


async def main():
    barrier = asyncio.Barrier(2)
    log = []
    tasks = [asyncio.create_task(party(barrier, name, log)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    tasks[2].cancel()
    await asyncio.wait(tasks)
    print(log, barrier.n_waiting, barrier.broken)


asyncio.run(main())
