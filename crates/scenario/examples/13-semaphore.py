# Not too many at once
# A semaphore lets a number of tasks in; the next one waits until somebody leaves.

import asyncio


async def download(file, seconds, slots):
    async with slots:
        print(f"{file}: begins")
        await asyncio.sleep(seconds)
    print(f"{file}: done")


async def main():
    slots = asyncio.Semaphore(2)
    await asyncio.gather(
        download("map", 2, slots),
        download("song", 1, slots),
        download("film", 3, slots),
        download("book", 1, slots),
    )


asyncio.run(main())
