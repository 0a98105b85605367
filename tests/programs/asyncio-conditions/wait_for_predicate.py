import asyncio


async def buyer(condition, stock, wanted):
    async with condition:
        got = await condition.wait_for(lambda: len(stock) >= wanted and list(stock))
        print("buyer of", wanted, "sees", got, "at", asyncio.get_running_loop().time())


async def main():
    condition = asyncio.Condition()
    stock = []
    tasks = [asyncio.create_task(buyer(condition, stock, wanted)) for wanted in (3, 1, 2)]
    for number in range(3):
        await asyncio.sleep(1)
        async with condition:
            stock.append(number)
            condition.notify_all()
    await asyncio.gather(*tasks)


asyncio.run(main())
