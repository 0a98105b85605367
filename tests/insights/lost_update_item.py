import asyncio


async def deposit(account, amount):
    balance = account["balance"]
    await asyncio.sleep(0)
    account["balance"] = balance + amount


async def sell(stock, price):
    stock["cups"] -= await price()


async def one():
    await asyncio.sleep(0.1)
    return 1


async def main():
    account, stock = {"balance": 0}, {"cups": 3}
    await asyncio.gather(*(deposit(account, 10) for _ in range(3)))
    await asyncio.gather(sell(stock, one), sell(stock, one))
    print(account, stock)


asyncio.run(main())
