# Cancelling a task
# cancel() asks a task to stop: CancelledError is raised at the await where the task is waiting.

import asyncio


async def heartbeat():
    beats = 0
    try:
        while True:
            await asyncio.sleep(0.4)
            beats += 1
            print("beat", beats)
    except asyncio.CancelledError:
        print(f"stopped after {beats} beats")
        raise


async def main():
    heart = asyncio.create_task(heartbeat())
    await asyncio.sleep(1.5)
    heart.cancel()
    try:
        await heart
    except asyncio.CancelledError:
        print("main: the task is", "cancelled" if heart.cancelled() else "done")


asyncio.run(main())
