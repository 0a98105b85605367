"""Future can be called as a class."""
import asyncio


async def main():
    future = asyncio.Future()
    asyncio.get_running_loop().call_later(1, future.set_result, 5)
    print(await future, asyncio.isfuture(future), asyncio.isfuture(5))


asyncio.run(main())
