"""print_stack shows where a task stands."""
import asyncio
import sys


async def child():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(child(), name='child')
    await asyncio.sleep(0)
    task.print_stack(file=sys.stdout)
    await task
    task.print_stack(file=sys.stdout)


asyncio.run(main())
