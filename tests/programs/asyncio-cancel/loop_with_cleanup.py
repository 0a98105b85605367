"""The usual shape: a worker that runs until it is cancelled."""
import asyncio


async def worker(name, interval):
    done = 0
    try:
        while True:
            await asyncio.sleep(interval)
            done += 1
            print(name, done)
    except asyncio.CancelledError:
        print(name, "stopped after", done)
        raise


async def main():
    workers = [asyncio.create_task(worker("a", 1)), asyncio.create_task(worker("b", 1.5))]
    await asyncio.sleep(4)
    for each in workers:
        each.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))


asyncio.run(main())
