"""A child that is cancelled fails the gather with CancelledError; the gather is not cancelled."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    tasks = [asyncio.create_task(work(name, 2)) for name in 'ab']
    outer = asyncio.gather(*tasks)
    asyncio.get_running_loop().call_later(1, tasks[0].cancel)
    try:
        await outer
    except asyncio.CancelledError:
        print(outer.cancelled(), outer.done(), tasks[1].cancelled())
    print(await tasks[1])


asyncio.run(main())
