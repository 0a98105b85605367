import asyncio


async def work(name):
    await asyncio.sleep(1)
    return name


async def main():
    victim = asyncio.create_task(work("victim"))
    both = asyncio.gather(victim, work("other"), return_exceptions=True)
    await asyncio.sleep(0.5)
    victim.cancel("chosen")
    print(await both)


asyncio.run(main())
