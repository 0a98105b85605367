import asyncio


async def fail():
    await asyncio.sleep(1)
    raise ValueError("no")


def work(loop):
    future = asyncio.run_coroutine_threadsafe(fail(), loop)
    try:
        future.result()
    except ValueError as error:
        print("caught", error)
    print(repr(future.exception()))


async def main():
    await asyncio.to_thread(work, asyncio.get_running_loop())
    try:
        asyncio.run_coroutine_threadsafe(fail, asyncio.get_running_loop())
    except TypeError as error:
        print(error)


asyncio.run(main())
