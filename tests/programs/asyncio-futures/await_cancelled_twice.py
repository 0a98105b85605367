"""Each await of a cancelled future raises anew."""
import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.cancel('message')
    for _ in range(2):
        try:
            await future
        except asyncio.CancelledError as error:
            print(error.args, future.cancelled())


asyncio.run(main())
