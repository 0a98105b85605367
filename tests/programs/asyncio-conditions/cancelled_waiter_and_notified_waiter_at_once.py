import asyncio


async def waiter(condition, name, log):
    async with condition:
        try:
            await condition.wait()
            log.append(name)
        except asyncio.CancelledError:
            log.append(f"{name} cancelled")
            raise


async def main():
    condition = asyncio.Condition()
    log = []
    tasks = [asyncio.create_task(waiter(condition, name, log)) for name in "abcd"]
    await asyncio.sleep(0)
    async with condition:
        condition.notify(2)
        tasks[0].cancel()
        tasks[1].cancel()
    await asyncio.sleep(1)
    print(log, [task.done() for task in tasks])
    async with condition:
        condition.notify_all()
    await asyncio.wait(tasks)
    print(log)


asyncio.run(main())
