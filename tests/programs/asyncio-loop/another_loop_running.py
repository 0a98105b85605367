import asyncio


async def main():
    other = asyncio.new_event_loop()
    future = other.create_future()
    try:
        other.run_until_complete(future)
    except RuntimeError as error:
        print(error)
    other.close()
    print(asyncio.get_running_loop().is_running())


asyncio.run(main())
