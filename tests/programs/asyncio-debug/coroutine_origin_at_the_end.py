import asyncio


async def work():
    pass


async def main():
    await asyncio.wait([work()])


loop = asyncio.new_event_loop()
loop.set_debug(True)
try:
    loop.run_until_complete(main())
finally:
    loop.close()
