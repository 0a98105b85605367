"""Cancelling what is inside cancels the shield."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    inner = asyncio.create_task(work('a', 2))
    shielded = asyncio.shield(inner)
    asyncio.get_running_loop().call_later(1, inner.cancel)
    try:
        await shielded
    except asyncio.CancelledError:
        print(shielded.cancelled(), inner.cancelled(), asyncio.current_task().cancelling())


asyncio.run(main())
