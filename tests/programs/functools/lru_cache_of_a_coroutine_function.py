import asyncio
from functools import lru_cache


@lru_cache
async def fetch(name):
    await asyncio.sleep(1)
    return name


async def main():
    print(await fetch('a'))
    try:
        await fetch('a')
    except RuntimeError as error:
        print(error)
    print(fetch.cache_info())


asyncio.run(main())
