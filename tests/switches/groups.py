from asyncio import TaskGroup, create_task, gather, run, sleep


async def work(name, seconds):
    await sleep(seconds)
    return name.upper()


async def plain():
    # all of them
    async with TaskGroup() as group:  # together
        group.create_task(work("a", 1))  # short
        # the long one
        group.create_task(work("b", 2))
    print("done")


async def results():
    async with TaskGroup() as group:
        first = group.create_task(work("a", 1))
        second = group.create_task(work("b", 2))
        group.create_task(work("c", 1))
    print(first.result(), second.result())


async def named():
    async with TaskGroup() as group:
        first = group.create_task(work("a", 1))
        second = group.create_task(work("b", 2))
    a = first.result()
    b = second.result()  # the second
    print(a + b)


async def collected():
    async with TaskGroup() as group:
        first = group.create_task(work("a", 1))
        second = group.create_task(work("b", 2))
    print([first.result(), second.result()])


run(plain())
run(results())
run(named())
run(collected())
