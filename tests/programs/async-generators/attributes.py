import asyncio


async def numbers():
    await asyncio.sleep(1)
    yield 1


class Box:
    async def items(self):
        yield self


async def main():
    agen = numbers()
    print(type(agen).__name__, agen.__name__, agen.__qualname__, agen.ag_running)
    print(agen.ag_code.co_name, agen.ag_frame is not None, agen.ag_await)
    task = asyncio.create_task(anext(agen))
    await asyncio.sleep(0.5)
    print(agen.ag_running)
    await task
    print(agen.ag_running, await anext(agen, None), agen.ag_frame)
    agen = Box().items()
    print(agen.__qualname__)
    step = agen.asend(None)
    print(type(step).__name__, hasattr(step, "__await__"))
    step.close()
    step = agen.aclose()
    print(type(step).__name__)
    await step


asyncio.run(main())
