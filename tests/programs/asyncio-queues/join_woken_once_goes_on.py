import asyncio


async def joiner(queue):
    await queue.join()
    print("joined with", queue._unfinished_tasks, "unfinished")


async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    task = asyncio.create_task(joiner(queue))
    await asyncio.sleep(0)
    queue.task_done()
    queue.put_nowait(2)
    await task


asyncio.run(main())
