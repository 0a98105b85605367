"""Done callbacks run in the context in which they were added, or the one they are given."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


def callback(task):
    print(var.get())
    var.set('called back')


async def main():
    task = asyncio.create_task(asyncio.sleep(1))
    var.set('added')
    task.add_done_callback(callback)
    context = copy_context()
    context.run(var.set, 'given')
    task.add_done_callback(callback, context=context)
    var.set('later')
    await task
    await asyncio.sleep(0)
    print(context[var], var.get())
    task.add_done_callback(callback)
    await asyncio.sleep(0)


asyncio.run(main())
