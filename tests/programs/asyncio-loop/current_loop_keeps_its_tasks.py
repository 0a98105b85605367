# The current loop outlives the program: nothing is told of its tasks.
import asyncio


async def wait_long():
    await asyncio.sleep(10)


async def main():
    asyncio.create_task(wait_long())
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
print("end")
