"""A future belongs to a loop; another loop refuses it."""
import asyncio


async def main():
    other = asyncio.new_event_loop()
    future = other.create_future()
    print(future.get_loop() is other)
    try:
        await future
    except RuntimeError as error:
        print('attached to a different loop' in str(error))
    other.close()


asyncio.run(main())
