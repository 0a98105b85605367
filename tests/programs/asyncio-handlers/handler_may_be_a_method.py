import asyncio


class Log:
    def __init__(self):
        self.seen = []

    def handle(self, loop, context):
        self.seen.append(context["message"])


async def main():
    log = Log()
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(log.handle)
    loop.call_soon(None)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    print(len(log.seen), log.seen[0])


asyncio.run(main())
