import asyncio


class Job(asyncio.Task):
    def __init__(self, coro, priority, *, owner='nobody', name=None):
        super().__init__(coro, name=f'job-{name}')
        self.priority = priority
        self.owner = owner

    def __repr__(self):
        return f'<Job {self.get_name()} of {self.owner}>'


class Later(asyncio.Future):
    def __init__(self, label):
        super().__init__()
        self.label = label


async def work(result):
    await asyncio.sleep(0.1)
    return result


async def main():
    jobs = [Job(work(n), n, owner='me', name=n) for n in (2, 1, 3)]
    print(sorted(jobs, key=lambda job: job.priority))
    jobs[0].all = jobs
    print(await asyncio.gather(*jobs))
    later = Later('soon')
    asyncio.get_running_loop().call_later(1, later.set_result, 'now')
    print(later.label, await later)


asyncio.run(main())
