import asyncio


async def party(barrier, name, done):
    place = await barrier.wait()
    done.append((name, place))


async def main():
    barrier = asyncio.Barrier(2)
    done = []
    tasks = [asyncio.create_task(party(barrier, name, done)) for name in "abcde"]
    await asyncio.sleep(1)
    print(done, barrier.n_waiting)
    await party(barrier, "main", done)
    await asyncio.gather(*tasks)
    print(done, barrier.n_waiting)


asyncio.run(main())
