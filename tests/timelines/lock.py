import asyncio

balance = 100


async def withdraw(name, amount, lock):
    global balance
    async with lock:
        seen = balance
        await asyncio.sleep(0.5)
        balance = seen - amount
        print(f"{name}: {seen} -> {balance}")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(
        withdraw("ann", 30, lock),
        withdraw("ben", 20, lock),
        withdraw("eve", 10, lock),
    )
    print("left:", balance)


asyncio.run(main())
