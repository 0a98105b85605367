# Under asyncio.run an interrupt cancels the main task; what it ends with then is a KeyboardInterrupt.
import asyncio
import os
import signal


async def cleans_up():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("cancelled", error.args, asyncio.current_task().cancelling())
        raise
    finally:
        await asyncio.sleep(1)
        print("cleaned up at", asyncio.get_running_loop().time())


async def interrupted(sends):
    asyncio.get_running_loop().call_later(1, os.kill, os.getpid(), signal.SIGINT)
    await sends


async def swallows():
    try:
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return "swallowed"


async def twice():
    signal.raise_signal(signal.SIGINT)
    print("goes on")
    signal.raise_signal(signal.SIGINT)


try:
    asyncio.run(interrupted(cleans_up()))
except KeyboardInterrupt as error:
    print(repr(error), repr(error.__context__))
print(asyncio.run(swallows()))
try:
    asyncio.run(twice())
except KeyboardInterrupt as error:
    print("second", repr(error.__context__))
with asyncio.Runner() as runner:
    for work in (cleans_up(), asyncio.sleep(5, "done")):
        try:
            print(runner.run(interrupted(work)))
        except KeyboardInterrupt as error:
            print(repr(error.__context__))
asyncio.run(interrupted(asyncio.sleep(3)))
