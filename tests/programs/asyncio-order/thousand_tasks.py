import asyncio


async def work(n, total):
    for _ in range(n % 5):
        await asyncio.sleep(0)
    total.append(n)


async def main():
    total = []
    await asyncio.gather(*(work(n, total) for n in range(1000)))
    print(len(total), total[:8], total[-8:], sum(i * n for i, n in enumerate(total)))


asyncio.run(main())
