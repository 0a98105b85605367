import asyncio


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, 'goes')


class Derived(asyncio.Future):
    pass


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.thing = Thing('first')
    future = loop.create_future()
    print('another')
    future.thing = Thing('second')
    future.set_result(None)
    await future
    del future
    print('a third')
    future = Derived()
    future.thing = Thing('third')
    loop.call_soon(future.set_result, None)
    await future
    print('done')
    del future
    print('end')


asyncio.run(main())
