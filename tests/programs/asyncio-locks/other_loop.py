import asyncio


class Quiet(asyncio.Lock):
    def __repr__(self):
        return "<Quiet>"


lock = Quiet()


async def contend():
    await lock.acquire()
    task = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    await task
    print("bound")


async def again():
    try:
        await lock.acquire()
    except RuntimeError as error:
        print(error)
    lock.release()
    print(await lock.acquire())


asyncio.run(contend())
asyncio.run(again())
