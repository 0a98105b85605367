import asyncio

log = []


async def child(name, rounds):
    for n in range(rounds):
        log.append(f"{name}{n}")
        await asyncio.sleep(0)
    log.append(f"{name} ends")


async def ticker():
    for n in range(12):
        log.append(f"tick{n}")
        await asyncio.sleep(0)


async def main():
    ticking = asyncio.create_task(ticker())
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child("a", 2))
        tg.create_task(child("b", 4))
        log.append("body ends")
    log.append("left")
    await ticking
    print(log)


asyncio.run(main())
