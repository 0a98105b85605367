import asyncio


async def main():
    queue = asyncio.Queue()
    for number in range(3):
        queue.put_nowait(number)
    joiner = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    print(queue, queue.qsize(), queue.empty())
    await joiner
    try:
        queue.get_nowait()
    except asyncio.QueueShutDown:
        print("shut down")
    try:
        queue.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())
