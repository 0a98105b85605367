"""An asynchronous generator that is left open is closed with the loop."""
import asyncio


kept = []


async def numbers():
    kept.append(asyncio.current_task().get_name())
    try:
        yield 1
        yield 2
    finally:
        print('generator closed')


async def main():
    async for number in numbers():
        print(number)
        break


with asyncio.Runner() as runner:
    runner.run(main())
    print('main is over')
print('runner is closed')
