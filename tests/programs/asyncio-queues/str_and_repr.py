import asyncio


async def main():
    queue = asyncio.Queue(maxsize=2)
    print(queue)
    getters = [asyncio.create_task(queue.get()) for _ in range(2)]
    await asyncio.sleep(0)
    print(queue)
    queue.put_nowait("x")
    print(queue)
    queue.put_nowait([1])
    await asyncio.gather(*getters)
    print(queue)
    queue.put_nowait({"a": 1})
    queue.put_nowait(None)
    putters = [asyncio.create_task(queue.put(number)) for number in range(3)]
    await asyncio.sleep(0)
    print(queue)
    text = repr(queue)
    print(text[: text.index(" at ")], text[text.index("maxsize") :])
    queue.shutdown()
    print(queue)
    await asyncio.gather(*putters, return_exceptions=True)
    print(queue)


asyncio.run(main())
