# The future of a call in a thread says in its repr what cancels the call.
import asyncio
import time


async def main():
    future = asyncio.get_running_loop().run_in_executor(None, time.sleep, 0.5)
    print(future)
    print(f"{asyncio.wrap_future.__name__}: {future.done()}")
    await future
    print(future)


asyncio.run(main())
