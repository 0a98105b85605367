import asyncio


async def work():
    me = asyncio.current_task()
    print("at first", me.cancelling(), me.uncancel())
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelling", me.cancelling())
        print("uncancel", me.uncancel(), me.uncancel(), me.uncancel())
    await asyncio.sleep(0)
    return "done"


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    print(await task, task.cancelling())


asyncio.run(main())
