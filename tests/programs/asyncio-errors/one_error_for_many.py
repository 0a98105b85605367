import asyncio


def show(error):
    lines, entry = [], error.__traceback__
    while entry is not None:
        lines.append(entry.tb_lineno)
        entry = entry.tb_next
    print(lines)


async def fail():
    await asyncio.sleep(0)
    raise ValueError("once")


async def middle(task):
    return await task


async def waits(task):
    try:
        await task
    except ValueError as error:
        show(error)


async def main():
    task = asyncio.create_task(fail())
    through = asyncio.create_task(middle(task))
    others = [asyncio.create_task(waits(task)) for _ in range(2)]
    await asyncio.gather(*others)
    try:
        task.result()
    except ValueError as error:
        show(error)
    show(task.exception())
    await through


asyncio.run(main())
