import asyncio


class Account:
    def __init__(self):
        self.balance = 100

    async def fee(self):
        await asyncio.sleep(0.1)
        return 1

    async def withdraw(self, amount):
        left = self.balance - amount
        await asyncio.sleep(1)
        self.balance = left

    async def charge(self):
        self.balance -= await self.fee()


async def main():
    account = Account()
    await asyncio.gather(account.withdraw(30), account.withdraw(50))
    await asyncio.gather(account.charge(), account.charge())
    print(account.balance)


asyncio.run(main())
