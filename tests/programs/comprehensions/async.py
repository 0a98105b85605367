import asyncio


async def double(n):
    await asyncio.sleep(0.1)
    return n * 2


async def main():
    print([await double(n) for n in range(3)])
    print({n: await double(n) for n in range(2)})
    print([r for n in range(4) if (r := await double(n)) > 2])
    tasks = [asyncio.create_task(double(n)) for n in range(3)]
    print([await t for t in tasks], asyncio.get_running_loop().time())
    print(await asyncio.gather(*[double(n) for n in range(3)]))
    print(await asyncio.gather(*(double(n) for n in range(3))))


asyncio.run(main())
