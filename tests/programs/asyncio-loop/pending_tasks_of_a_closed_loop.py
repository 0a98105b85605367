# Closing a loop leaves its tasks pending. Those that wait are told of when the program ends.
import asyncio


async def wait_long(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "is left")


async def main():
    asyncio.create_task(wait_long("inner"), name="inner")
    await asyncio.sleep(0)


def run():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    kept = loop.create_task(wait_long("outer"), name="outer")
    loop.run_until_complete(asyncio.sleep(1))
    loop.close()
    return kept


kept = run()
print(kept)
del kept
print("end")
