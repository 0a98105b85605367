import asyncio

kept = []
closed = []


async def numbers(name):
    try:
        yield name
    finally:
        await asyncio.sleep(1)
        closed.append(name)


async def main():
    for name in "abc":
        agen = numbers(name)
        kept.append(agen)
        print(await anext(agen))


asyncio.run(main())
print(sorted(closed))
