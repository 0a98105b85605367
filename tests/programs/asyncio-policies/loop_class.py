# A loop of the program's own class is what the coroutines see, with its attributes.
import asyncio


class NamedLoop(asyncio.SelectorEventLoop):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def introduce(self):
        return f"I am {self.name}"


async def main():
    loop = asyncio.get_running_loop()
    print(type(loop).__name__, loop.introduce())
    print(isinstance(loop, asyncio.AbstractEventLoop), isinstance(loop, NamedLoop))
    await asyncio.sleep(2)
    return loop.time()


with asyncio.Runner(loop_factory=lambda: NamedLoop("first")) as runner:
    print(runner.run(main()))
    print(runner.get_loop().name)

loop = NamedLoop("second")
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
loop.run_until_complete(main())
loop.close()
