"""SystemExit in a task ends the run; the runner can still be closed."""
import asyncio


async def leave():
    await asyncio.sleep(1)
    raise SystemExit(4)


async def main():
    await asyncio.create_task(leave())


runner = asyncio.Runner()
try:
    runner.run(main())
except SystemExit as error:
    print('SystemExit', error.code)
loop = runner.get_loop()
runner.close()
print(loop.is_closed())
