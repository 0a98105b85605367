"""It cannot run inside a running loop."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    coroutine = work('a', 0)
    try:
        asyncio.Runner().run(coroutine)
    except RuntimeError as error:
        print('RuntimeError:', error)
    coroutine.close()


asyncio.run(main())
