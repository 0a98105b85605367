import asyncio


async def leave():
    await asyncio.sleep(1)
    raise SystemExit(3)


async def bad():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("lost")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(leave())
            tg.create_task(bad())
    except BaseException as error:
        print("out of the group:", repr(error))


try:
    asyncio.run(main())
except SystemExit as error:
    print("out of run:", repr(error))
