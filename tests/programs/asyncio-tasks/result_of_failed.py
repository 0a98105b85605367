import asyncio


async def work():
    raise LookupError("gone")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    print(task.done(), task.cancelled(), repr(task.exception()))
    try:
        task.result()
    except LookupError as error:
        print("raised", repr(error), error is task.exception())


asyncio.run(main())
