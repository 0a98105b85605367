import asyncio


async def ticks():
    try:
        yield 1
    finally:
        print(asyncio.current_task().get_name())


async def fails():
    raise ValueError


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    # The traceback leads to gather's frame, which has the generator's step, and that to the errors again: so the generator
    # is there until the loop closes it at its end, in a task that comes after that of `shutdown_asyncgens`.
    await asyncio.gather(anext(ticks()), fails(), fails(), return_exceptions=True)
    # Without a failure it goes away at once.
    await asyncio.gather(anext(ticks()))
    print("gathered")


asyncio.run(main())
