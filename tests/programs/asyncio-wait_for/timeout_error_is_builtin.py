import asyncio

print(asyncio.TimeoutError is TimeoutError)
print(issubclass(TimeoutError, OSError), issubclass(asyncio.CancelledError, Exception))


async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(5), 1)
    except TimeoutError:
        print("caught")


asyncio.run(main())
