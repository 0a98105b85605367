"""Where it is found."""
import asyncio


async def main():
    print(asyncio.timeouts.timeout is asyncio.timeout, asyncio.Timeout.__name__)
    print(type(asyncio.timeout(1)) is asyncio.Timeout, asyncio.TimeoutError is TimeoutError)


asyncio.run(main())
