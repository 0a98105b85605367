# A cancelled gather that returns exceptions ends with the CancelledError of its last child, whoever ended last.
import asyncio


async def worker(name):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        raise asyncio.CancelledError(name, *error.args)


async def cancel_and_look(*children):
    all = asyncio.gather(*children, return_exceptions=True)
    await asyncio.sleep(0)
    all.cancel("message")
    try:
        await all
    except asyncio.CancelledError as error:
        print(error.args)


async def main():
    await cancel_and_look(worker("a"), worker("b"))
    await cancel_and_look(worker("a"), asyncio.sleep(0, "done"))
    last = asyncio.get_running_loop().create_future()
    await cancel_and_look(worker("a"), last)
    shared = asyncio.create_task(worker("shared"))
    await cancel_and_look(shared, worker("b"), shared)


asyncio.run(main())
