# sleep() asks for the running loop in its first step: without one it fails, but has been awaited.
import asyncio


async def nap():
    await asyncio.sleep(1)


coroutine = nap()
try:
    coroutine.send(None)
except RuntimeError as error:
    print(error)
again = asyncio.sleep(1)
for _ in range(2):
    try:
        again.send(None)
    except RuntimeError as error:
        print(error)
