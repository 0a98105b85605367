import asyncio


def callback(future):
    pass


def another(future):
    pass


async def main():
    future = asyncio.Future()
    print(future)
    future.add_done_callback(callback)
    print(future)
    future.add_done_callback(another)
    print(future)
    future.add_done_callback(another)
    print(future)
    future.set_result("value")
    print(future)
    await asyncio.sleep(0)
    print(future)

    failed = asyncio.Future()
    failed.set_exception(OSError("disk"))
    print(failed)
    failed.exception()

    cancelled = asyncio.Future()
    cancelled.cancel()
    print(cancelled)

    long = asyncio.Future()
    long.set_result("x" * 200)
    print(long)


asyncio.run(main())
