"""What one coroutine leaves running goes on with the next."""
import asyncio


async def background():
    print('background begins')
    await asyncio.sleep(1)
    print('background ends')


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0)
    print('main ends')


with asyncio.Runner() as runner:
    runner.run(main())
    print('between')
    runner.run(asyncio.sleep(2))
