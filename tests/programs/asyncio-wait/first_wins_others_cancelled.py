"""The race: the first result wins, the rest is cancelled."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    tasks = [asyncio.create_task(work(n, d), name=n) for n, d in [('a', 3), ('b', 1), ('c', 2)]]
    loop = asyncio.get_running_loop()

    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True), loop.time())


asyncio.run(main())
