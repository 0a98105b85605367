import asyncio


def factory(loop, coro, **options):
    coro.close()
    raise RuntimeError("no more tasks")


async def child():
    pass


async def main():
    asyncio.get_running_loop().set_task_factory(factory)
    try:
        asyncio.create_task(child())
    except RuntimeError as error:
        print(error)
    asyncio.get_running_loop().set_task_factory(None)


asyncio.run(main())
