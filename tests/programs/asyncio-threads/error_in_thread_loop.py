# An error leaves the loop of a thread as it leaves asyncio.run, and ends the thread only.
import asyncio
import threading


async def fails():
    await asyncio.sleep(1)
    raise ValueError("inside")


thread = threading.Thread(target=lambda: asyncio.run(fails()), name="unlucky")
thread.start()
thread.join()
print("the program goes on")
