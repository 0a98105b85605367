import asyncio


async def party(barrier, name):
    try:
        print(name, await barrier.wait())
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(party(barrier, name)) for name in "ab"]
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    tasks[0].cancel()
    await asyncio.sleep(0)
    print(barrier.n_waiting, barrier.broken)
    tasks += [asyncio.create_task(party(barrier, name)) for name in "cd"]
    await asyncio.wait(tasks)
    print(tasks[0].cancelled())


asyncio.run(main())
