"""The traceback of a failed task begins anew with each await; only the first has the task's own frames."""
import asyncio


async def fail():
    raise ValueError('failed')


async def first(task):
    await task


async def second(task):
    await task


async def third(task):
    await task


def traceback_of(task):
    entry, lines = task.exception().__traceback__, []
    while entry:
        lines.append(entry.tb_lineno)
        entry = entry.tb_next
    print(lines)


async def main():
    task = asyncio.create_task(fail())
    for await_it in (first, second, third):
        try:
            await await_it(task)
        except ValueError:
            traceback_of(task)
    await task


asyncio.run(main())
