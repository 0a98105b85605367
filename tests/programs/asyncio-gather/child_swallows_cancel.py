"""A child that swallows the cancellation: the others' results are lost all the same."""
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("swallowed")
    return "survived"


async def polite():
    await asyncio.sleep(10)


async def main():
    children = [asyncio.create_task(stubborn()), asyncio.create_task(polite())]
    group = asyncio.gather(*children)
    await asyncio.sleep(1)
    group.cancel()
    try:
        print(await group)
    except asyncio.CancelledError:
        print("cancelled")
    print([child.cancelled() for child in children], children[0].result())


asyncio.run(main())
