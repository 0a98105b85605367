"""A future is cancelled once; its message stays."""
import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    print(future.cancel('first'), future.cancel('second'))
    try:
        future.result()
    except asyncio.CancelledError as error:
        print(error.args)


asyncio.run(main())
