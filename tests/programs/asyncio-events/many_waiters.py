import asyncio


async def wait(event, order, number):
    await event.wait()
    order.append(number)


async def main():
    event = asyncio.Event()
    order = []
    tasks = [asyncio.create_task(wait(event, order, number)) for number in range(1000)]
    await asyncio.sleep(0)
    for task in tasks[::2]:
        task.cancel()
    event.set()
    await asyncio.wait(tasks)
    print(order == list(range(1, 1000, 2)))


asyncio.run(main())
