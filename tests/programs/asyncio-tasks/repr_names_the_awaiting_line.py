# While a task runs something else, its repr tells the line at which its own coroutine stands.
import asyncio


def report(label):
    print(label, repr(asyncio.current_task()).partition(" running at ")[2].split(">")[0])
    return label


async def deeper():
    report("deeper")
    await asyncio.sleep(0)
    report("deeper again")
    print(sorted([2, 1], key=lambda n: report(f"key {n}") and n))


async def main():
    report("called")
    await deeper()
    async with asyncio.timeout(1):
        await asyncio.gather(deeper(), asyncio.sleep(0))
    max([3], key=report)


asyncio.run(main())
