import asyncio


async def fail(name):
    raise ValueError(name)


async def main():
    global future
    for name in ("a", "b", "c"):
        tasks.append(asyncio.create_task(fail(name), name=name))
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError("f"))
    await asyncio.sleep(0)


tasks = []
asyncio.run(main())
del tasks[1]
asyncio.run(asyncio.sleep(0))
print("a second run")
raise SystemExit(len(tasks))
