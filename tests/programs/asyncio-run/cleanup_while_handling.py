import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("child", repr(error), repr(error.__context__))
        raise


async def main():
    asyncio.create_task(child())
    await asyncio.sleep(1)
    raise ValueError("main")


try:
    asyncio.run(main())
except ValueError as error:
    print(repr(error))
