import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleaned up")


loop = asyncio.new_event_loop()
task = loop.create_task(work())
loop.call_later(1, loop.stop)
loop.run_forever()
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("cancelled")
loop.close()
