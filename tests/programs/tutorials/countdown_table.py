import asyncio


async def countdown(name, start, step, rows):
    for remaining in range(start, -1, -step):
        rows.append((asyncio.get_running_loop().time(), name, remaining))
        if remaining:
            await asyncio.sleep(step / 10)


async def main():
    rows = []
    await asyncio.gather(countdown("fast", 6, 2, rows), countdown("slow", 6, 3, rows))
    print(f"{'time':>6} | {'name':<6} | {'left':^6}")
    print("-" * 24)
    for when, name, left in rows:
        print(f"{when:6.2f} | {name:<6} | {left:^6d}")


asyncio.run(main())
