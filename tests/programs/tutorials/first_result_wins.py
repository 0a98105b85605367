"""A race: the first result counts, the others are cancelled."""
import asyncio


async def search(engine, delay):
    try:
        await asyncio.sleep(delay)
        print(engine, "answers")
        return f"{engine}'s answer"
    except asyncio.CancelledError:
        print(engine, "is called off")
        raise


async def first(*coros):
    winner = asyncio.get_running_loop().create_future()

    def finished(task):
        if not task.cancelled() and not winner.done():
            if task.exception():
                winner.set_exception(task.exception())
            else:
                winner.set_result(task.result())

    tasks = [asyncio.create_task(coro) for coro in coros]
    for task in tasks:
        task.add_done_callback(finished)
    try:
        return await winner
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    print(await first(search("slow", 3), search("quick", 1), search("middle", 2)))


asyncio.run(main())
