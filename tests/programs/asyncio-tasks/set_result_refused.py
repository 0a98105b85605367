import asyncio


async def work():
    await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(work())
    for call in (lambda: task.set_result(1), lambda: task.set_exception(ValueError())):
        try:
            call()
        except RuntimeError as error:
            print("RuntimeError:", error)
    await task


asyncio.run(main())
