# A task that runs shows where it stands, below it who runs the loop; one that waits only where it awaits.
import asyncio
import sys


def look(task):
    print([(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack() if frame.f_code.co_filename == __file__])
    print([frame.f_code.co_name for frame in task.get_stack(limit=1)])


async def inner(other):
    here = asyncio.current_task()
    look(here)
    here.print_stack(file=sys.stdout)
    look(other)
    other.print_stack(file=sys.stdout, limit=1)


async def waits():
    await asyncio.sleep(5)


async def main():
    other = asyncio.create_task(waits())
    await asyncio.sleep(1)
    await inner(other)
    other.cancel()


asyncio.run(main())
