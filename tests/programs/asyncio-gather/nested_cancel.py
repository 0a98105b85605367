"""A cancellation goes through nested gathers."""
import asyncio


async def part(name):
    try:
        await asyncio.sleep(5)
    finally:
        print(name, 'ends')


async def main():
    outer = asyncio.gather(asyncio.gather(part('a'), part('b')), part('c'))
    await asyncio.sleep(0)
    print(outer.cancel())
    try:
        await outer
    except asyncio.CancelledError:
        print('cancelled')


asyncio.run(main())
