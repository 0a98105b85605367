import asyncio


class Bare:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        yield self.future


async def main():
    future = asyncio.get_running_loop().create_future()
    try:
        await Bare(future)
    except RuntimeError as error:
        print(error)
    try:
        await Bare(5)
    except RuntimeError as error:
        print(error)
    future.set_result("r")
    print(await future)


asyncio.run(main())
