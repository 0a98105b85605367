import asyncio


def callback(*args):
    pass


class Worker:
    def method(self):
        pass


async def main():
    loop = asyncio.get_running_loop()
    print(loop.call_soon(callback))
    print(loop.call_soon(callback, 1, 2))
    print(loop.call_soon(Worker().method))
    print(loop.call_soon(lambda: None))
    print(loop.call_soon(print))
    print(loop.call_later(1.5, callback))
    print(loop.call_at(3, callback, "argument"))


asyncio.run(main())
