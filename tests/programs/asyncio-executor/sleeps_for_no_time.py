# A thread that sleeps for no time goes on before the loop does.
import asyncio
import time


def block(name):
    for step in range(3):
        print(name, step)
        time.sleep(0)
    return name


async def main():
    print(await asyncio.gather(asyncio.to_thread(block, "a"), asyncio.to_thread(block, "b")))
    future = asyncio.get_running_loop().run_in_executor(None, block, "c")
    print("submitted")
    print(await future)


asyncio.run(main())
