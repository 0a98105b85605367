# A thread that talks to a loop.
import asyncio
import threading
import time

async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    def work():
        time.sleep(1)
        loop.call_soon_threadsafe(done.set)
        future = asyncio.run_coroutine_threadsafe(asyncio.sleep(2, 'slept'), loop)
        print(future.result(), threading.current_thread().name)
    thread = threading.Thread(target=work, name='helper')
    thread.start()
    await done.wait()
    print('set', loop.time())
    while thread.is_alive():
        await asyncio.sleep(0.5)
    print('over', loop.time(), await asyncio.to_thread(lambda: threading.current_thread().name))

asyncio.run(main())
