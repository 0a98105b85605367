import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    group = asyncio.gather(work(1), work(2))
    print(group)
    await group
    print(group)
    failed = asyncio.gather(work("x"))
    try:
        await failed
    except TypeError:
        print(str(failed).split("(")[0])
    stopped = asyncio.gather(work(1))
    stopped.cancel()
    print(stopped)
    try:
        await stopped
    except asyncio.CancelledError:
        print(stopped)


asyncio.run(main())
