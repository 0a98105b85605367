"""Callbacks run one tick after the task is done, in order, and a removed one does not."""
import asyncio


def first(task):
    print("first", task.result())


def second(task):
    print("second", task.done(), task.get_name())


def removed(task):
    print("never printed")


async def work():
    print("working")
    return 9


async def main():
    task = asyncio.create_task(work())
    task.add_done_callback(first)
    task.add_done_callback(removed)
    task.add_done_callback(second)
    task.add_done_callback(removed)
    print("removed", task.remove_done_callback(removed))
    print("removed", task.remove_done_callback(removed))
    await task
    print("awaited")
    task.add_done_callback(first)
    print("added late")
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
