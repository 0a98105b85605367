import asyncio


async def main():
    condition = asyncio.Condition()
    for attempt in (condition.notify, condition.notify_all, condition.release):
        try:
            attempt()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    try:
        await condition.wait_for(lambda: False)
    except RuntimeError as error:
        print(error)
    print(await condition.wait_for(lambda: "already"))


asyncio.run(main())
