"""Its tasks are numbered on."""
import asyncio


async def main():
    print(asyncio.current_task().get_name())


with asyncio.Runner() as runner:
    runner.run(main())
    runner.run(main())
asyncio.run(main())
