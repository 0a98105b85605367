import asyncio


async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.close()


class Echo(asyncio.Protocol):
    def data_received(self, data):
        print(data)


async def main():
    loop = asyncio.get_running_loop()
    print(isinstance(loop, asyncio.AbstractEventLoop), handle.__annotations__['writer'].__name__)
    Echo().data_received(b'x')
    await asyncio.sleep(0)


asyncio.run(main())
loop = asyncio.SelectorEventLoop()
print(loop.run_until_complete(asyncio.sleep(1, 'own loop')))
loop.close()
with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
    print(runner.run(asyncio.sleep(1, 'by a factory')))
policy = asyncio.get_event_loop_policy()
loop = policy.new_event_loop()
asyncio.set_event_loop(loop)
print(policy.get_event_loop() is loop)
loop.close()
asyncio.set_event_loop_policy(None)
try:
    asyncio.set_event_loop_policy(3)
except TypeError as error:
    print(error)
