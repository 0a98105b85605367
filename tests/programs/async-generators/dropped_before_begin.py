import asyncio


async def numbers():
    try:
        print("never begins")
        yield 1
    finally:
        print("never cleaned up")


async def main():
    agen = numbers()
    step = anext(agen)
    step.close()
    del step, agen
    numbers()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
