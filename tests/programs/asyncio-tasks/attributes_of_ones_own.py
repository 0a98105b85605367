import asyncio


async def work():
    return 'worked'


async def main():
    task = asyncio.create_task(work())
    task.thing = 1
    task.label = task.get_name() != ''
    print(task.thing, task.label, getattr(task, 'other', 'none'), hasattr(task, 'thing'), 'thing' in dir(task))
    task.thing += 1
    print(task.thing)
    del task.thing
    print(hasattr(task, 'thing'), hasattr(task, '__dict__'))

    def show(done):
        print('called back:', done.note, done is task)

    task.note = 'from its maker'
    task.add_done_callback(show)
    print(await task, task.note)

    tasks = [asyncio.create_task(work()) for _ in range(3)]
    for index, task in enumerate(tasks):
        task.index = index
    done, pending = await asyncio.wait(tasks)
    tasks[0].circle = tasks
    print(sorted(task.index for task in done), len(pending))

    async def told():
        print('told:', asyncio.current_task().told)

    asyncio.create_task(told()).told = 'by who made it'
    await asyncio.sleep(0)


asyncio.run(main())
