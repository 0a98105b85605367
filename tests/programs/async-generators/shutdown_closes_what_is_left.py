import asyncio

kept = []


async def numbers():
    try:
        while True:
            yield 1
    finally:
        print("closing in", asyncio.current_task().get_name())
        await asyncio.sleep(1)
        print("closed at", asyncio.get_running_loop().time())


async def main():
    agen = numbers()
    kept.append(agen)
    print(await anext(agen))
    print("main ends")


asyncio.run(main())
print("after run")
