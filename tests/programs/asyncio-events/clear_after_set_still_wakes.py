import asyncio


async def wait(event, name):
    await event.wait()
    print(name, "woken, set:", event.is_set())


async def main():
    event = asyncio.Event()
    early = asyncio.create_task(wait(event, "early"))
    await asyncio.sleep(0)
    event.set()
    event.clear()
    late = asyncio.create_task(wait(event, "late"))
    await asyncio.sleep(1)
    print(early.done(), late.done())
    event.set()
    await late


asyncio.run(main())
