import asyncio


async def echo():
    received = None
    while True:
        await asyncio.sleep(1)
        received = yield received
        print("received", received)
        if received == "stop":
            return


async def main():
    gen = echo()
    print(await gen.asend(None))
    print(await gen.asend("one"))
    print(await gen.asend("two"))
    try:
        await gen.asend("stop")
    except StopAsyncIteration as error:
        print("StopAsyncIteration", error.args)
    print(asyncio.get_running_loop().time())


asyncio.run(main())
