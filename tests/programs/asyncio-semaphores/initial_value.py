import asyncio

print(asyncio.Semaphore(0).locked(), asyncio.Semaphore().locked(), asyncio.Semaphore(value=3)._value)
for make in (asyncio.Semaphore, asyncio.BoundedSemaphore):
    try:
        make(-1)
    except ValueError as error:
        print(error)
