import asyncio


class Promise(asyncio.Future):
    pass


class Job(asyncio.Task):
    pass


async def child():
    pass


async def main():
    promise = Promise()
    print(promise)
    job = Job(child(), name="job")
    print(job)
    await job
    print(f"{job!r}")


asyncio.run(main())
