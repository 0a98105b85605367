# Pending tasks that the program's names hold are told of where they stand; those that nothing holds have ended by then.
import asyncio


async def nap(delay):
    try:
        await asyncio.sleep(delay)
    finally:
        print("left", delay)


loop = asyncio.new_event_loop()
first = loop.create_task(nap(1), name="first")
held = loop.create_task(nap(2), name="held")
several = [loop.create_task(nap(delay), name=f"listed {delay}") for delay in (3, 4)]
loop.create_task(nap(5), name="free")
loop.run_until_complete(first)
loop.close()
