import asyncio


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    event.set()
    event.set()
    print(await task, event.clear(), event.clear(), event.is_set())


asyncio.run(main())
