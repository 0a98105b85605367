import asyncio


async def nap(n):
    await asyncio.sleep(1)
    return n


async def main():
    order = []
    tasks = [asyncio.create_task(nap(n)) for n in range(20)]
    for task in tasks:
        task.add_done_callback(lambda t: order.append(t.result()))
    await asyncio.gather(*tasks)
    print(order)


asyncio.run(main())
