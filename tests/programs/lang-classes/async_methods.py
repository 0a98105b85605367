import asyncio


class Account:
    def __init__(self, balance):
        self.balance = balance

    async def withdraw(self, amount):
        current = self.balance
        await asyncio.sleep(0)
        self.balance = current - amount
        return self.balance

    @classmethod
    async def open(cls, amount):
        await asyncio.sleep(1)
        return cls(amount)

    @staticmethod
    async def helper():
        return "static"


async def main():
    account = await Account.open(100)
    print(await asyncio.gather(account.withdraw(10), account.withdraw(20)))
    print("lost update:", account.balance, await Account.helper())


asyncio.run(main())
