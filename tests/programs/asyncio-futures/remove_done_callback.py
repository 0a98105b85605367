"""Callbacks are removed by equality; how many is told."""
import asyncio


class Recorder:
    noted = 0

    def note(self, future):
        self.noted += 1


async def main():
    future = asyncio.get_running_loop().create_future()
    recorder = Recorder()
    for _ in range(2):
        future.add_done_callback(recorder.note)
    future.add_done_callback(print)
    print(future.remove_done_callback(recorder.note), future.remove_done_callback(recorder.note))
    future.remove_done_callback(print)
    future.set_result('done')
    await asyncio.sleep(0)
    print(recorder.noted)


asyncio.run(main())
