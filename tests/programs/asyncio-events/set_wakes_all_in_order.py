import asyncio


async def wait(event, name):
    print(name, await event.wait())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(wait(event, name)) for name in "abc"]
    await asyncio.sleep(1)
    print("set", event.is_set())
    event.set()
    print(event.is_set())
    await asyncio.gather(*tasks)


asyncio.run(main())
