"""What is neither future nor coroutine has nothing to be waited for."""
import asyncio


async def main():
    try:
        await asyncio.wait([1])
    except AttributeError as error:
        print('AttributeError:', error)


asyncio.run(main())
