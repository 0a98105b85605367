import asyncio


async def work(delay):
    await asyncio.sleep(delay)


async def patient(task):
    await asyncio.shield(task)


async def main():
    slow, quick, later = (asyncio.create_task(work(delay)) for delay in (3, 1, 2))
    await asyncio.wait([slow, quick, later], return_when=asyncio.FIRST_COMPLETED)
    await asyncio.wait([slow, later], timeout=0.5)
    for coroutine in asyncio.as_completed([slow, later]):
        await coroutine
    saved = asyncio.create_task(work(1), name="saved")
    waiter = asyncio.create_task(patient(saved), name="waiter")
    await asyncio.sleep(0.5)
    waiter.cancel()
    await asyncio.wait([waiter])
    await saved


asyncio.run(main())
