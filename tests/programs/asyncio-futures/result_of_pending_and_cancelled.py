"""What result and exception raise before there is one."""
import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    for ask in (future.result, future.exception):
        try:
            ask()
        except asyncio.InvalidStateError as error:
            print('InvalidStateError:', error)
    future.cancel()
    for ask in (future.result, future.exception):
        try:
            ask()
        except asyncio.CancelledError as error:
            print('CancelledError:', error.args)
    print(future.cancel())


asyncio.run(main())
