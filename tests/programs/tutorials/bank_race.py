"""A lost update needs no threads: an await in the middle is enough."""
import asyncio


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.busy = False

    async def deposit(self, amount):
        before = self.balance
        await asyncio.sleep(0.01)
        self.balance = before + amount

    async def deposit_safely(self, amount):
        while self.busy:
            await asyncio.sleep(0.001)
        self.busy = True
        try:
            await self.deposit(amount)
        finally:
            self.busy = False


async def main():
    careless = Account()
    await asyncio.gather(*(careless.deposit(10) for _ in range(10)))
    print("careless:", careless.balance)
    careful = Account()
    await asyncio.gather(*(careful.deposit_safely(10) for _ in range(10)))
    print("careful:", careful.balance)


asyncio.run(main())
