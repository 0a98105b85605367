import asyncio


class Noted(asyncio.Future):
    def __init__(self, note, *, loop=None):
        super().__init__(loop=loop)
        self.note = note


class Counted(asyncio.Task):
    made = 0

    def __init__(self, coro, **options):
        super().__init__(coro, **options)
        Counted.made += 1
        self.number = Counted.made


async def double(x):
    await asyncio.sleep(x)
    return 2 * x, asyncio.current_task().number


async def main():
    loop = asyncio.get_running_loop()
    future = Noted('a note', loop=loop)
    future.add_done_callback(lambda done: print('done', done is future, done.note, done.result()))
    loop.call_soon(future.set_result, 1)
    print(await future, future.note, isinstance(future, asyncio.Future), asyncio.isfuture(future))
    loop.set_task_factory(lambda loop, coro, **options: Counted(coro, loop=loop, **options))
    tasks = [asyncio.create_task(double(x)) for x in (2, 1)]
    print(await asyncio.gather(*tasks), [task.number for task in tasks])
    print([type(task).__name__ for task in tasks])


asyncio.run(main())
