"""The usual loop: take what is done, start more."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    loop = asyncio.get_running_loop()
    pending = {asyncio.create_task(work(n, d), name=n) for n, d in [('a', 1), ('b', 2)]}
    more = ['c', 'd']
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for task in sorted(done, key=asyncio.Task.get_name):
            print(loop.time(), task.result())
            if more:
                name = more.pop(0)
                pending.add(asyncio.create_task(work(name, 2.5), name=name))


asyncio.run(main())
