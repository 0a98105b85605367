import asyncio
import gc
import weakref


class Tagged(asyncio.Task):
    def __init__(self, *args, tag='untagged', **kwargs):
        super().__init__(*args, **kwargs)
        self.tag = tag

    def loud(self):
        return self.tag.upper()


async def work():
    await asyncio.sleep(1)
    task = asyncio.current_task()
    print(type(task).__name__, task.tag, task.loud(), task.get_name())


async def fail():
    raise ValueError('on purpose')


def handler(loop, context):
    print(context['message'], '|', context['future'].tag)


async def main():
    loop = asyncio.get_running_loop()
    Tagged(work(), loop=loop, tag='first', name='one')
    await asyncio.sleep(2)

    loop.set_task_factory(lambda loop, coro, **options: Tagged(coro, loop=loop, **options))
    asyncio.create_task(work(), name='two').tag = 'second'
    await asyncio.sleep(0)
    print(sorted(task.tag for task in asyncio.all_tasks() if type(task) is Tagged))
    await asyncio.sleep(2)

    known = weakref.ref(asyncio.create_task(work(), name='three'))
    await asyncio.sleep(0)
    known().tag = 'third'
    known().add_done_callback(lambda task: print('done:', task.tag, repr(task).split()[0]))
    print(known() is known(), known().tag)
    await asyncio.sleep(2)
    gc.collect()
    print(known())

    loop.set_exception_handler(handler)
    asyncio.create_task(fail(), name='four')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    gc.collect()

    task = asyncio.create_task(work(), name='five')
    for action in (lambda: vars(task), lambda: task.missing, lambda: setattr(task, '_state', 1)):
        try:
            action()
        except (AttributeError, TypeError) as error:
            print(error)
    print('tag' in dir(task), hasattr(task, '__dict__'))
    await task


asyncio.run(main())
