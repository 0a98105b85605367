import asyncio


def fail(text):
    raise ValueError(text)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(fail, "soon")
    loop.call_later(1, fail, "later")
    await asyncio.sleep(2)
    print("the loop goes on")


asyncio.run(main())
