import asyncio


async def ticker():
    for tick in range(7):
        print("tick", tick)
        await asyncio.sleep(0)


async def inner():
    try:
        await asyncio.sleep(10)
    finally:
        print("inner ends")


async def outer():
    try:
        await asyncio.create_task(inner())
    finally:
        print("outer ends")


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    ticks = asyncio.create_task(ticker())
    await asyncio.sleep(0)
    print("cancel")
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main goes on")
    await ticks


asyncio.run(main())
