# Awaiting a coroutine makes no task
# An awaited coroutine runs inside the task that awaits it; only create_task() makes a new one.

import asyncio


async def whoami(how):
    await asyncio.sleep(0.5)
    print(f"{how}: running in {asyncio.current_task().get_name()}")


async def main():
    print("main: running in", asyncio.current_task().get_name())
    await whoami("awaited directly")
    await asyncio.create_task(whoami("as a task"))
    await asyncio.create_task(whoami("as a named task"), name="Helper")


asyncio.run(main())
