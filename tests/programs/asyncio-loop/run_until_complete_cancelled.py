import asyncio


async def forever():
    await asyncio.sleep(100)


loop = asyncio.new_event_loop()
task = loop.create_task(forever())
loop.call_later(1, task.cancel, "enough")
try:
    loop.run_until_complete(task)
except asyncio.CancelledError as error:
    print("cancelled", error.args, loop.time())
loop.close()
