"""A future whose exception is raised by two awaits."""
import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError('set'))
    try:
        await future
    except ValueError:
        pass
    await future


asyncio.run(main())
