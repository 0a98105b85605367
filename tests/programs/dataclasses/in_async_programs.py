import asyncio
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)


async def worker(queue, done):
    while True:
        job = await queue.get()
        await asyncio.sleep(job.priority / 10)
        done.append(job)
        queue.task_done()


async def main():
    queue, done = asyncio.PriorityQueue(), []
    for priority, name in [(3, 'low'), (1, 'high'), (2, 'middle'), (1, 'high too')]:
        queue.put_nowait(Job(priority, name))
    task = asyncio.create_task(worker(queue, done))
    await queue.join()
    task.cancel()
    print(*done, sep='\n')


asyncio.run(main())
