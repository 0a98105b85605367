"""all_tasks and current_task take a loop."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


loop = asyncio.new_event_loop()
task = loop.create_task(work('a', 1), name='a')
print({task.get_name() for task in asyncio.all_tasks(loop)}, asyncio.current_task(loop))
loop.run_until_complete(task)
print(asyncio.all_tasks(loop))
loop.close()
