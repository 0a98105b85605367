import asyncio


async def deposit(account, amount):
    balance = account["balance"]
    await asyncio.sleep(0)
    account["balance"] = balance + amount


async def deposit_safely(account, amount, lock):
    async with lock:
        balance = account["balance"]
        await asyncio.sleep(0)
        account["balance"] = balance + amount


async def deposit_late(account, amount):
    await asyncio.sleep(0.1)
    account["balance"] = account["balance"] + amount


async def main():
    accounts = [{"balance": 0} for _ in range(3)]
    await asyncio.gather(*(deposit(account, 10) for account in accounts))
    lock = asyncio.Lock()
    await asyncio.gather(*(deposit_safely(accounts[0], 10, lock) for _ in range(3)))
    await asyncio.gather(*(deposit_late(accounts[1], 10) for _ in range(3)))
    print(accounts)


asyncio.run(main())
