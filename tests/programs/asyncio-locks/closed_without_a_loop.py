import asyncio


async def holds(lock):
    async with lock:
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            print("left")


async def waits(condition):
    async with condition:
        await condition.wait()


async def gets(queue):
    try:
        await queue.get()
    except BaseException as error:
        print(repr(error), repr(error.__context__))
        raise


async def begin(coroutine):
    future = coroutine.send(None)
    if future is not None:
        future.add_done_callback(print)
    return coroutine


# What a coroutine holds is given back where no loop runs any more.
lock, semaphore, condition = asyncio.Lock(), asyncio.Semaphore(1), asyncio.Condition()
for coroutine in holds(lock), holds(semaphore), waits(condition), gets(asyncio.Queue()), asyncio.Queue().get():
    asyncio.run(begin(coroutine))
    try:
        coroutine.close()
    except RuntimeError as error:
        print("close", repr(error), repr(error.__context__))
print(lock.locked(), semaphore.locked(), condition.locked())
