"""Closing twice is fine, running after it is not."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


runner = asyncio.Runner()
runner.run(work('a', 0))
runner.close()
runner.close()
for attempt in (runner.get_loop, runner.__enter__):
    try:
        attempt()
    except RuntimeError as error:
        print('RuntimeError:', error)
coroutine = work('b', 0)
try:
    runner.run(coroutine)
except RuntimeError as error:
    print('RuntimeError:', error)
coroutine.close()
