"""Of nothing, nothing."""
import asyncio


async def main():
    for coroutine in asyncio.as_completed([]):
        print('never')
    async for task in asyncio.as_completed(set(), timeout=1):
        print('never')
    print('done')


asyncio.run(main())
