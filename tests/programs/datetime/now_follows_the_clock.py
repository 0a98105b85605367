import asyncio
import datetime
import time


async def main():
    print(datetime.datetime.now(), datetime.date.today())
    await asyncio.sleep(1.5)
    print(datetime.datetime.now())
    time.sleep(0.25)
    print(datetime.datetime.now(datetime.timezone.utc))
    print(repr(datetime.datetime.now(tz=datetime.UTC)))
    print(datetime.datetime.today(), f'{datetime.datetime.now():%H:%M:%S.%f}')
    print(datetime.datetime.now().time(), datetime.datetime.now().timestamp() == time.time())


asyncio.run(main())
