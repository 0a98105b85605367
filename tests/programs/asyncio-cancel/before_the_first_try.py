import asyncio


async def worker():
    try:
        print("never here")
    except asyncio.CancelledError:
        print("not here: it has not begun")
    finally:
        print("nor here")


async def main():
    task = asyncio.create_task(worker())
    print(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    coroutine = worker()
    try:
        coroutine.throw(ValueError("thrown in"))
    except ValueError as error:
        print(repr(error))
    await fail()


async def fail():
    asyncio.current_task().cancel()
    task = asyncio.create_task(worker())
    task.cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        asyncio.current_task().uncancel()
    await task


asyncio.run(main())
