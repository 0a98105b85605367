import asyncio
import time
import warnings


def block(seconds):
    time.sleep(seconds)
    print("blocked", seconds)


async def main(seconds):
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, block, seconds)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        await loop.shutdown_default_executor(2)
        print(loop.time(), [(w.category.__name__, str(w.message)) for w in caught])
    try:
        await loop.run_in_executor(None, block, 1)
    except RuntimeError as error:
        print(error)


async def none():
    await asyncio.get_running_loop().shutdown_default_executor(timeout=1)
    await asyncio.get_running_loop().shutdown_default_executor(timeout=None)
    print("nothing to shut down")


asyncio.run(main(1))
asyncio.run(main(5))
asyncio.run(none())
