"""It takes a plain future."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_result, 'set')
    print(await asyncio.wait_for(future, 2))
    late = loop.create_future()
    try:
        await asyncio.wait_for(late, 2)
    except TimeoutError:
        print(late.cancelled(), loop.time())


asyncio.run(main())
