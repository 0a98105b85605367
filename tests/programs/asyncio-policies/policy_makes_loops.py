# A policy of the program's own makes the loops: for asyncio.run, new_event_loop and get_event_loop.
import asyncio


class CountingPolicy(asyncio.DefaultEventLoopPolicy):
    made = 0

    def new_event_loop(self):
        CountingPolicy.made += 1
        return super().new_event_loop()


async def main():
    await asyncio.sleep(1)
    print("made", CountingPolicy.made)


asyncio.set_event_loop_policy(CountingPolicy())
asyncio.run(main())
asyncio.run(main())
asyncio.new_event_loop().close()
print("at the end", CountingPolicy.made)
print(asyncio.get_event_loop_policy().made)
