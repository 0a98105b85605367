# A coroutine object is not running
# Calling an async function only makes a coroutine object; its body runs when somebody awaits it.

import asyncio


async def boil(what):
    print(f"{what}: heating")
    await asyncio.sleep(1)
    print(f"{what}: boiling")


async def main():
    water = boil("water")
    print("made a", type(water).__name__, "object, and nothing has happened yet")
    await water

    boil("milk")  # no await: the milk never gets warm, and Python warns about it
    print("main is done")


asyncio.run(main())
