import asyncio
import time

loop = asyncio.new_event_loop()
print(loop.time())
loop.run_until_complete(asyncio.sleep(1.25))
print(loop.time())
time.sleep(0.5)
print(loop.time())
loop.close()
