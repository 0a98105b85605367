"""An exception of the coroutine comes out of run; the runner goes on."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    raise ValueError('failed')


with asyncio.Runner() as runner:
    try:
        runner.run(main())
    except ValueError as error:
        print('ValueError:', error)
    print(runner.run(work('a', 1)))
