import asyncio


async def waiter(future):
    try:
        await future
    except asyncio.CancelledError as error:
        print("waiter: cancelled", error.args)
        raise


async def main():
    future = asyncio.Future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    print(future.cancel("gone"), future.cancelled(), future.done())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main: cancelled", error.args)
    try:
        future.result()
    except asyncio.CancelledError as error:
        print("result: cancelled", error.args)


asyncio.run(main())
