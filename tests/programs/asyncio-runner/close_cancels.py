"""Closing cancels what is left and waits for it."""
import asyncio


async def background():
    try:
        await asyncio.sleep(100)
    finally:
        await asyncio.sleep(1)
        print('background ends')


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0)


runner = asyncio.Runner()
runner.run(main())
loop = runner.get_loop()
print('close')
runner.close()
print('closed', loop.is_closed(), loop.time())
