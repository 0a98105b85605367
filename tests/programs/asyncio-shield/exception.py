"""It raises what is raised inside."""
import asyncio


async def fail():
    await asyncio.sleep(1)
    raise ValueError('inside')


async def main():
    try:
        await asyncio.shield(fail())
    except ValueError as error:
        print('ValueError:', error)


asyncio.run(main())
