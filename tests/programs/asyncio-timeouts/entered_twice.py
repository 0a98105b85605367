"""It can be entered once."""
import asyncio


async def main():
    cm = asyncio.timeout(10)
    async with cm:
        try:
            async with cm:
                print('never')
        except RuntimeError as error:
            print('RuntimeError:', error)
    try:
        async with cm:
            print('never')
    except RuntimeError as error:
        print('RuntimeError:', error)


asyncio.run(main())
