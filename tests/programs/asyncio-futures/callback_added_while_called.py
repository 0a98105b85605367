"""A callback that is added by a callback runs one iteration later."""
import asyncio


def first(future):
    print('first')
    future.add_done_callback(second)


def second(future):
    print('second')


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(first)
    future.set_result(None)
    for step in range(3):
        await asyncio.sleep(0)
        print('step', step)


asyncio.run(main())
