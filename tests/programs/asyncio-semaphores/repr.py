import asyncio


def shown(value):
    text = repr(value)
    return text[: text.index(" at ")] + text[text.index(" [") :]


async def main():
    for semaphore in (asyncio.Semaphore(2), asyncio.BoundedSemaphore(2)):
        print(shown(semaphore))
        await semaphore.acquire()
        print(shown(semaphore))
        await semaphore.acquire()
        print(shown(semaphore))
        tasks = [asyncio.create_task(semaphore.acquire()) for _ in range(2)]
        await asyncio.sleep(0)
        print(shown(semaphore))
        semaphore.release()
        print(shown(semaphore))
        semaphore.release()
        await asyncio.gather(*tasks)
        print(shown(semaphore))


asyncio.run(main())
