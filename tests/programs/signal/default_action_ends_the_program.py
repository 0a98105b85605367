# A signal without a handler ends the program there: nothing else of it runs.
import asyncio
import os
import signal


async def main():
    asyncio.create_task(asyncio.sleep(9))
    try:
        await asyncio.sleep(1)
        print("about to end", flush=True)
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.sleep(1)
    finally:
        print("not reached")


asyncio.run(main())
