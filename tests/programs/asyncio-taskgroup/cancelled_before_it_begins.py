import asyncio


async def slow():
    print("never begins")
    await asyncio.sleep(10)


async def run():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(slow())
        asyncio.current_task().cancel()
        print("cancelled itself")
    print("never")


async def main():
    try:
        await asyncio.create_task(run())
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
