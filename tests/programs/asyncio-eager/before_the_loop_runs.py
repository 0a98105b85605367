"""A loop that does not run yet has nothing to be eager in."""
import asyncio


async def child():
    print('child runs')
    return 'result'


loop = asyncio.new_event_loop()
loop.set_task_factory(asyncio.eager_task_factory)
task = loop.create_task(child())
print('made', task.done())
print(loop.run_until_complete(task))
loop.close()
