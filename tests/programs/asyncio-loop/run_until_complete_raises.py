import asyncio


async def fail():
    await asyncio.sleep(1)
    raise ValueError("no")


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(fail())
except ValueError as error:
    print("caught", error)
print(loop.is_running())
loop.close()
