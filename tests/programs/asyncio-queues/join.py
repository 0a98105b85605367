import asyncio


async def main():
    queue = asyncio.Queue()
    await queue.join()
    print("nothing to wait for")
    for number in range(3):
        queue.put_nowait(number)
    joins = [asyncio.create_task(queue.join()) for _ in range(2)]
    for number in range(3):
        await queue.get()
        await asyncio.sleep(1)
        print([join.done() for join in joins])
        queue.task_done()
    print(await asyncio.gather(*joins), asyncio.get_running_loop().time())


asyncio.run(main())
