import asyncio
import time


def unreliable(failures):
    left = failures

    async def call(argument):
        nonlocal left
        await asyncio.sleep(0.2)
        if left:
            left -= 1
            raise ConnectionError(f"{left} more to come")
        return argument.upper()

    return call


async def retry(function, *args, attempts=4, delay=0.5, factor=2):
    for attempt in range(1, attempts + 1):
        try:
            return await function(*args)
        except ConnectionError as error:
            print(f"{time.monotonic():.1f}: attempt {attempt} failed ({error})")
            if attempt == attempts:
                raise
            await asyncio.sleep(delay)
            delay *= factor


async def main():
    print(await retry(unreliable(2), "first"))
    try:
        await retry(unreliable(9), "second", attempts=3, delay=0.1)
    except ConnectionError as error:
        print("gave up:", error, "at", round(time.monotonic(), 1))


asyncio.run(main())
