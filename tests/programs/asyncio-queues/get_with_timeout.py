import asyncio


async def main():
    queue = asyncio.Queue()
    for delay in (1, 5):
        asyncio.get_running_loop().call_later(2, queue.put_nowait, delay)
        try:
            print("got", await asyncio.wait_for(queue.get(), delay))
        except TimeoutError:
            print("timeout at", asyncio.get_running_loop().time(), queue)
    print(queue.qsize())


asyncio.run(main())
