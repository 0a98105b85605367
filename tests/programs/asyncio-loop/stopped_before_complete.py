import asyncio


async def work():
    await asyncio.sleep(2)
    print("done at", loop.time())
    return "result"


loop = asyncio.new_event_loop()
task = loop.create_task(work())
loop.call_later(1, loop.stop)
try:
    loop.run_until_complete(task)
except RuntimeError as error:
    print(error, loop.time())
print(task.done())
print(loop.run_until_complete(task))
loop.close()
