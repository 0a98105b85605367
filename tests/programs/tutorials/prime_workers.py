import asyncio


def is_prime(n):
    return n > 1 and all(n % d for d in range(2, int(n**0.5) + 1))


async def worker(name, numbers, found):
    while numbers:
        n = numbers.pop(0)
        if is_prime(n):
            found.setdefault(name, []).append(n)
        await asyncio.sleep(0)


async def main():
    numbers = list(range(50))
    found = {}
    await asyncio.gather(*(worker(name, numbers, found) for name in ("w1", "w2", "w3")))
    for name in sorted(found):
        print(name, found[name])
    print(sorted(sum(found.values(), [])))


asyncio.run(main())
