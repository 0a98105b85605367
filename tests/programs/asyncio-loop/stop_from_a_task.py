import asyncio


async def work():
    print("working")
    asyncio.get_running_loop().stop()
    await asyncio.sleep(0)
    print("went on")


loop = asyncio.new_event_loop()
task = loop.create_task(work())
loop.run_forever()
print("stopped", task.done())
loop.run_until_complete(task)
loop.close()
