"""A task that fails while it is cancelled is reported."""
import asyncio


async def background():
    try:
        await asyncio.sleep(100)
    finally:
        raise ValueError('in cleanup')


async def main():
    asyncio.create_task(background(), name='background')
    await asyncio.sleep(0)


with asyncio.Runner() as runner:
    runner.run(main())
print('closed')
