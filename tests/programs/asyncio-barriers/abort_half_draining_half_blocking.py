import asyncio


async def party(barrier, name, log):
    try:
        place = await barrier.wait()
        log.append((name, place))
        if place == 1:
            await barrier.abort()
    except asyncio.BrokenBarrierError as error:
        log.append((name, str(error)))


async def main():
    barrier = asyncio.Barrier(3)
    log = []
    await asyncio.gather(*[party(barrier, name, log) for name in "abcdefg"])
    print(log)
    print(barrier.broken, barrier.n_waiting)


asyncio.run(main())
