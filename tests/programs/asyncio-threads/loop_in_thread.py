# A thread runs a loop for ever; the main thread gives it coroutines and waits for what they return.
import asyncio
import threading
import time


async def double(number):
    print("start", number, "in", threading.current_thread().name, "at", time.monotonic())
    await asyncio.sleep(number)
    return number * 2


loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, name="looper")
thread.start()
first = asyncio.run_coroutine_threadsafe(double(2), loop)
second = asyncio.run_coroutine_threadsafe(double(1), loop)
print(second.result(), "at", time.monotonic())
print(first.result(), "at", time.monotonic())
try:
    asyncio.run_coroutine_threadsafe(double(5), loop).result(timeout=3)
except TimeoutError:
    print("too slow, at", time.monotonic())
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_running(), "at", time.monotonic())
