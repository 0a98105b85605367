"""There must be something to wait for."""
import asyncio


async def main():
    for nothing in ([], set(), ()):
        try:
            await asyncio.wait(nothing)
        except ValueError as error:
            print('ValueError:', error)


asyncio.run(main())
