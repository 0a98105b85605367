import asyncio


async def main():
    condition = asyncio.Condition()
    await condition.acquire()
    task = asyncio.create_task(condition.wait())
    await asyncio.sleep(0)
    print(condition.locked(), repr(condition)[-23:])
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled; locked:", condition.locked())


asyncio.run(main())
