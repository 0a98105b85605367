import asyncio
from datetime import datetime, timedelta


async def main():
    start = datetime.now()
    await asyncio.sleep(1.2345678)
    took = datetime.now() - start
    print(took, repr(took), took.total_seconds(), took.seconds, took.microseconds)
    deadline = datetime.now() + timedelta(seconds=5)
    while datetime.now() < deadline:
        await asyncio.sleep(2)
    print(datetime.now() - deadline, deadline - datetime.now())
    print((deadline - datetime.now()).total_seconds())


asyncio.run(main())
