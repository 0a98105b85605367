import asyncio


async def wait(event, name):
    await event.wait()
    print(name)


async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    tasks = [asyncio.create_task(wait(event, name)) for name in "ab"]
    await asyncio.sleep(0)
    loop.call_soon(print, "callback before")
    event.set()
    loop.call_soon(print, "callback after")
    await asyncio.gather(*tasks)


asyncio.run(main())
