import asyncio


def shown(value):
    text = repr(value)
    return text[: text.index(" at ")] + text[text.index(" [") :]


async def main():
    condition = asyncio.Condition()
    print(shown(condition))
    await condition.acquire()
    print(shown(condition))
    task = asyncio.create_task(condition.wait())
    await asyncio.sleep(0)
    print(shown(condition))
    await condition.acquire()
    condition.notify()
    print(shown(condition))
    condition.release()
    await task
    print(shown(condition))


asyncio.run(main())
