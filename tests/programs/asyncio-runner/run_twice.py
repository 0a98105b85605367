"""It runs one coroutine after the other on the same loop."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    return asyncio.get_running_loop()


with asyncio.Runner() as runner:
    print(runner.run(main()) is runner.run(main()) is runner.get_loop())
    print(runner.run(work('a', 1)), runner.get_loop().time())
    print(runner.run(work('b', 1)), runner.get_loop().time())
