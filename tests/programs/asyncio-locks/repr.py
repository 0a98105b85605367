import asyncio


def shown(value):
    text = repr(value)
    return text[: text.index(" at ")] + text[text.index(" [") :]


async def main():
    lock = asyncio.Lock()
    print(shown(lock))
    await lock.acquire()
    print(shown(lock))
    tasks = [asyncio.create_task(lock.acquire()) for _ in range(2)]
    await asyncio.sleep(0)
    print(shown(lock))
    lock.release()
    print(shown(lock))
    await asyncio.sleep(0)
    print(shown(lock))
    lock.release()
    await asyncio.gather(*tasks)
    print(shown(lock))


asyncio.run(main())
