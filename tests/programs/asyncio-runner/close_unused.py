"""One that was never used has no loop, and can be closed without one."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


runner = asyncio.Runner()
runner.close()
print(runner.run(work('a', 1)))
runner.close()
with asyncio.Runner() as runner:
    pass
print('ok')
