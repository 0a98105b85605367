import asyncio

loop = asyncio.get_event_loop()
print(loop.is_running(), loop is asyncio.get_event_loop())
loop.run_until_complete(asyncio.sleep(1))
print(loop.time())
loop.close()
