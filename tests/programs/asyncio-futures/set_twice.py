import asyncio


async def main():
    future = asyncio.Future()
    future.set_result(1)
    for call in (
        lambda: future.set_result(2),
        lambda: future.set_exception(ValueError()),
    ):
        try:
            call()
        except asyncio.InvalidStateError as error:
            print(type(error).__name__, error)
    cancelled = asyncio.Future()
    cancelled.cancel()
    try:
        cancelled.set_result(1)
    except asyncio.InvalidStateError as error:
        print(type(error).__name__, error)
    print(future.cancel())


asyncio.run(main())
