"""An exception that nobody catches."""
import asyncio


async def main():
    raise ValueError('failed')


with asyncio.Runner() as runner:
    runner.run(main())
