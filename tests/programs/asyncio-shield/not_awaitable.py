"""Something that cannot be awaited cannot be shielded."""
import asyncio


async def main():
    for wrong in (1, None, 'x'):
        try:
            asyncio.shield(wrong)
        except TypeError as error:
            print('TypeError:', error)


asyncio.run(main())
