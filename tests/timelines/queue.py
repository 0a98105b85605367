import asyncio


async def waiter(orders):
    for dish in ["soup", "pasta", "salad", "cake"]:
        await orders.put(dish)
        print("ordered:", dish)
        await asyncio.sleep(0.5)


async def cook(name, orders):
    while True:
        dish = await orders.get()
        await asyncio.sleep(1.5)
        print(f"{name} made the {dish}")
        orders.task_done()


async def main():
    orders = asyncio.Queue(maxsize=2)
    cooks = [asyncio.create_task(cook(name, orders)) for name in ("ida", "max")]
    await waiter(orders)
    await orders.join()
    for task in cooks:
        task.cancel()


asyncio.run(main())
