# What a failed program leaves pending is closed when the globals have gone, and still knows what its functions use.
import asyncio


def tell(*words):
    print(*words, sep=": ")


class Closed(Exception):
    pass


async def ticker(name):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("cancelled")
    except Closed:
        print("closed")
    finally:
        tell(name, "ends")


async def fails():
    await asyncio.sleep(0.1)
    raise ValueError("fails")


async def main():
    tickers = [asyncio.create_task(ticker(f"ticker {number}")) for number in (1, 2)]
    await fails()


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
