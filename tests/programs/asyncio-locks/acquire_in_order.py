import asyncio

lock = asyncio.Lock()


async def work(name):
    print(name, "asks")
    print(name, "got", await lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    print(name, "released")


async def main():
    await asyncio.gather(*[work(name) for name in "abc"])
    print("locked:", lock.locked())


asyncio.run(main())
