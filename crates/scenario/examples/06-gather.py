# Waiting together
# gather() waits side by side: 3 s of waiting take 2 s.

import asyncio
import time


async def brew(drink, seconds):
    print(f"{drink}: on the stove")
    await asyncio.sleep(seconds)
    print(f"{drink}: ready")
    return f"{drink} after {seconds} s"


async def main():
    start = time.perf_counter()
    drinks = await asyncio.gather(
        brew("tea", 2),
        brew("coffee", 1),
    )
    print(drinks)  # in the order of the calls
    print(f"served in {time.perf_counter() - start:.1f} s")


asyncio.run(main())
