import asyncio


async def work(error=None):
    await asyncio.sleep(1)
    if error:
        raise error
    return "ok"


async def main():
    task = asyncio.create_task(work())
    print(task)
    await asyncio.sleep(0)
    text = repr(task)
    print(text.split(" wait_for=")[0])
    await task
    print(task)

    failing = asyncio.create_task(work(ValueError("bad")), name="failing")
    await asyncio.sleep(1)
    await asyncio.sleep(0)
    print(failing)
    print(repr(failing.exception()))

    cancelled = asyncio.create_task(work(), name="stopped")
    await asyncio.sleep(0)
    cancelled.cancel()
    print(repr(cancelled).split(" wait_for=")[0])
    await asyncio.sleep(0)
    print(cancelled)


asyncio.run(main())
