import asyncio

log = []


async def bad():
    await asyncio.sleep(0)
    log.append("bad raises")
    raise ValueError


async def child(name):
    try:
        for n in range(20):
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        log.append(f"{name} cancelled after {n}")
        raise


async def ticker():
    for n in range(10):
        log.append(n)
        await asyncio.sleep(0)


async def main():
    ticking = asyncio.create_task(ticker())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
            tg.create_task(child("a"))
    except* ValueError:
        log.append("caught")
    await ticking
    print(log)


asyncio.run(main())
