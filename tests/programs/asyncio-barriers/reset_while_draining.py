import asyncio


async def party(barrier, name, log):
    try:
        place = await barrier.wait()
        log.append((name, place))
        if place == 2:
            await barrier.reset()
            log.append((name, "reset"))
    except asyncio.BrokenBarrierError:
        log.append((name, "broken"))


async def main():
    barrier = asyncio.Barrier(3)
    log = []
    await asyncio.gather(*[party(barrier, name, log) for name in "abcdef"])
    print(log)
    print(barrier.n_waiting, barrier.broken)


asyncio.run(main())
