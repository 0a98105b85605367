# An error that leaves a loop is in a circle with its task: what the task's functions held stays until the end, though the
# error was caught and forgotten.
import asyncio


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("freed", self.name)


async def forgotten():
    pass


async def main(name):
    resource = Resource(name)
    coroutine = forgotten()
    await asyncio.sleep(0.1)
    raise ValueError(resource.name)


async def cancelled(name):
    resource = Resource(name)
    asyncio.current_task().cancel()
    await asyncio.sleep(0.1)


loop = asyncio.new_event_loop()
with asyncio.Runner() as runner:
    for run in (asyncio.run, loop.run_until_complete, runner.run):
        for function in (main, cancelled):
            try:
                run(function(f"{function.__name__} of {run.__name__}"))
            except (ValueError, asyncio.CancelledError) as error:
                print("caught", repr(error))
loop.close()
print("end")
