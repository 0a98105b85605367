# Gathering coroutines where the current loop is closed: gather itself raises.
import asyncio


async def never():
    print("not run")


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.close()
loop.run_until_complete(asyncio.gather(
    never(),
    never(),
))
