import asyncio


def shown(value):
    text = repr(value)
    return text[: text.index(" at ")] + text[text.index(" [") :]


async def main():
    barrier = asyncio.Barrier(2)
    print(shown(barrier))
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    print(shown(barrier))
    other = asyncio.create_task(barrier.wait())
    await other
    print(shown(barrier))
    await task
    print(shown(barrier))
    await barrier.abort()
    print(shown(barrier))


asyncio.run(main())
