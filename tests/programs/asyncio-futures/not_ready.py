import asyncio


async def main():
    future = asyncio.Future()
    for method in (future.result, future.exception):
        try:
            method()
        except asyncio.InvalidStateError as error:
            print(type(error).__name__, error)


asyncio.run(main())
