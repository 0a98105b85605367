# A cancellation that goes through coroutines gets its context where somebody handles something, not before.
import asyncio


async def inner():
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError as error:
        print("inner", repr(error.__context__))
        raise


async def middle():
    try:
        await inner()
    except asyncio.CancelledError as error:
        print("middle", repr(error.__context__))
        raise


async def outer():
    try:
        raise KeyError("handled")
    except KeyError:
        await middle()


async def replaced():
    try:
        raise KeyError("handled")
    except KeyError:
        try:
            await inner()
        finally:
            raise ValueError("instead")


async def main():
    for work in outer, replaced:
        task = asyncio.create_task(work())
        await asyncio.sleep(0.1)
        task.cancel()
        try:
            await task
        except (asyncio.CancelledError, ValueError) as error:
            while error is not None:
                print(work.__name__, repr(error))
                error = error.__context__


asyncio.run(main())
