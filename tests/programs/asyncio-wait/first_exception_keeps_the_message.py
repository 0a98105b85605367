import asyncio


async def stop():
    raise asyncio.CancelledError("stopped by itself")


async def main():
    task = asyncio.create_task(stop())
    other = asyncio.create_task(asyncio.sleep(1))
    done, pending = await asyncio.wait([task, other], return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending))
    for _ in range(2):
        try:
            task.result()
        except asyncio.CancelledError as error:
            print(repr(error))


asyncio.run(main())
