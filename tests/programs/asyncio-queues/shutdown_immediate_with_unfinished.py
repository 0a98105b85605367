import asyncio


async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    queue.put_nowait(2)
    await queue.get()
    joiner = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    queue.shutdown(True)
    await asyncio.sleep(0)
    print(queue, joiner.done())
    queue.task_done()
    await joiner
    print(queue)


asyncio.run(main())
