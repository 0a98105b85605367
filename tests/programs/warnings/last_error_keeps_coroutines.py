# What the error that ends the program came through is kept to the very end: pending tasks are told of before it.
import asyncio


async def ticker():
    while True:
        await asyncio.sleep(1)


async def job():
    pass


async def report():
    pass


async def main(loop):
    loop.create_task(ticker())
    jobs = [job()]
    await asyncio.sleep(0)
    await asyncio.wait(jobs + [report()])


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main(loop))
finally:
    loop.close()
