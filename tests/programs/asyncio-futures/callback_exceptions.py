"""A callback that raises does not keep the next ones from running."""
import asyncio


def bad(future):
    return {}["missing"]


def good(future):
    print("good", future.result())


async def main():
    future = asyncio.Future()
    future.add_done_callback(bad)
    future.add_done_callback(good)
    future.set_result(1)
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
