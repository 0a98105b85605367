"""A gather whose children are done already cannot be cancelled in the same iteration."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    a, b = loop.create_future(), loop.create_future()
    outer = asyncio.gather(a, b)
    a.set_result(1)
    b.set_result(2)
    print(outer.cancel(), outer.done())
    print(await outer)


asyncio.run(main())
