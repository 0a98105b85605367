# A loop that nobody has any more when the program ends: it is closed before its tasks come to their end.
import asyncio


async def wait(name):
    future = asyncio.get_running_loop().create_future()
    try:
        print(name, "waits; closed:", future.get_loop().is_closed())
        await future
    finally:
        print(name, "ends; closed:", future.get_loop().is_closed())
        try:
            future.get_loop().call_soon(print, "never")
        except RuntimeError as error:
            print(name, "cannot go on:", error)


async def main():
    for name in ("first", "second"):
        asyncio.create_task(wait(name), name=name)
    await asyncio.sleep(0.1)


def start():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())


start()
print("end")
