"""Callbacks run in the next tick, in the order in which they were added."""
import asyncio


async def main():
    future = asyncio.Future()
    for name in "abc":
        future.add_done_callback(lambda f, name=name: print(name, f.result()))
    future.set_result(5)
    print("set")
    await asyncio.sleep(0)
    print("after a tick")
    future.add_done_callback(lambda f: print("late"))
    print("added")
    await future
    print("awaiting a done future gives nobody else a turn")
    await asyncio.sleep(0)


asyncio.run(main())
