"""It has to be used inside a task."""
import asyncio


def callback(done):
    coroutine = asyncio.timeout(1).__aenter__()
    try:
        coroutine.send(None)
    except RuntimeError as error:
        print('RuntimeError:', error)
    done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_soon(callback, done)
    await done


asyncio.run(main())
