import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "ends")


async def main():
    tasks = [asyncio.create_task(work(n), name=n) for n in "abc"]
    for task in tasks:
        task.add_done_callback(lambda t: print("callback", t.get_name(), t.cancelled()))
    await asyncio.sleep(0)
    for task in reversed(tasks):
        task.cancel()
    for task in tasks:
        try:
            await task
        except asyncio.CancelledError:
            print("awaited", task.get_name())


asyncio.run(main())
