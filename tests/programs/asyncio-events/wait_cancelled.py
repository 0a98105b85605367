import asyncio


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    print(repr(event)[-19:])
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    print(repr(event)[-8:])
    event.set()
    print(repr(event)[-6:])


asyncio.run(main())
