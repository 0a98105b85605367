import asyncio


class Counting(asyncio.TaskGroup):
    def __init__(self):
        super().__init__()
        self.count = 0

    def create_task(self, coro, **options):
        self.count += 1
        return super().create_task(coro, name=f"counted-{self.count}", **options)


async def me():
    return asyncio.current_task().get_name()


async def main():
    async with Counting() as tg:
        tasks = [tg.create_task(me()) for _ in range(3)]
    print(tg.count, [task.result() for task in tasks])


asyncio.run(main())
