# In debug mode a report tells where what it is about was made.
import asyncio


async def child():
    await asyncio.sleep(10)


async def start():
    return asyncio.create_task(child(), name="lost")


async def broken():
    raise OSError("broken")


def failing():
    raise ValueError("x")


async def fails():
    asyncio.create_task(broken(), name="broken")
    await asyncio.sleep(1)
    asyncio.get_running_loop().call_soon(failing)
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError("k"))
    del future
    asyncio.Future().set_exception(KeyError("own"))
    await asyncio.sleep(2)


asyncio.run(fails(), debug=True)
