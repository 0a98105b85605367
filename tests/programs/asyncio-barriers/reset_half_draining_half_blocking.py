import asyncio


async def party(barrier, name, log):
    try:
        place = await barrier.wait()
        log.append((name, place))
        if place == 1:
            await asyncio.sleep(0)
            await barrier.reset()
    except asyncio.BrokenBarrierError:
        log.append((name, "broken"))
    except asyncio.CancelledError:
        log.append((name, "cancelled"))


async def main():
    barrier = asyncio.Barrier(3)
    log = []
    tasks = [asyncio.create_task(party(barrier, name, log)) for name in "abcdefgh"]
    await asyncio.sleep(1)
    print(log, barrier.n_waiting)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    print(log, barrier.n_waiting)


asyncio.run(main())
