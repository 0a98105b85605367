"""loop_factory makes the loop."""
import asyncio


loops = []


def make():
    print('make')
    loops.append(asyncio.new_event_loop())
    return loops[-1]


async def main():
    print(asyncio.get_running_loop() is loops[-1])


with asyncio.Runner(loop_factory=make) as runner:
    runner.run(main())
    runner.run(main())
print(loops[0].is_closed())
asyncio.run(main(), loop_factory=make)
print(len(loops), loops[1].is_closed())
