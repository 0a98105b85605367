"""The cook who does everything at once."""
import asyncio
import time


class Kitchen:
    def __init__(self):
        self.log = []

    def note(self, text):
        self.log.append((time.monotonic(), text))
        print(f"[{time.monotonic():4.1f}] {text}")


async def boil_eggs(kitchen, count):
    kitchen.note(f"{count} eggs go in")
    await asyncio.sleep(6)
    kitchen.note("eggs are done")
    return ["egg"] * count


async def toast(kitchen, slices):
    done = []
    for number in range(1, slices + 1):
        kitchen.note(f"toasting slice {number}")
        await asyncio.sleep(2)
        done.append(f"toast {number}")
    return done


async def coffee(kitchen):
    kitchen.note("water on")
    await asyncio.sleep(3)
    kitchen.note("pouring")
    await asyncio.sleep(1.5)
    return "coffee"


async def main():
    kitchen = Kitchen()
    start = time.perf_counter()
    eggs, bread, drink = await asyncio.gather(boil_eggs(kitchen, 2), toast(kitchen, 3), coffee(kitchen))
    print(f"{len(eggs)} eggs, {', '.join(bread)} and {drink} in {time.perf_counter() - start:.1f} minutes")
    print(max(kitchen.log)[1], len(kitchen.log))


asyncio.run(main())
