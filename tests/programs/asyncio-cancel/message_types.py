import asyncio


async def work():
    await asyncio.sleep(1)


async def main():
    for message in ((), ("why",), (None,), (3,), ([1, 2],)):
        task = asyncio.create_task(work())
        await asyncio.sleep(0)
        task.cancel(*message)
        try:
            await task
        except asyncio.CancelledError as error:
            print(error.args, repr(error), str(error))
    try:
        task.cancel(msg="by name")
        print("accepted by name")
        task.cancel("a", "b")
    except TypeError as error:
        print("TypeError")


asyncio.run(main())
