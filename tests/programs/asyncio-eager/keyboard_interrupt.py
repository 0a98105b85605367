"""SystemExit in the first step comes out of create_task."""
import asyncio


async def leave():
    raise SystemExit(3)


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        asyncio.create_task(leave())
    except SystemExit as error:
        print('SystemExit', error.code)


asyncio.run(main())
