# A policy decides what get_event_loop gives where no loop runs; the first time, a default one warns.
import asyncio


class Loud(asyncio.DefaultEventLoopPolicy):
    def get_event_loop(self):
        loop = super().get_event_loop()
        print("asked for a loop")
        return loop


asyncio.set_event_loop_policy(Loud())
loop = asyncio.get_event_loop()
print(asyncio.get_event_loop() is loop)
future = asyncio.Future()
print(future.get_loop() is loop)


async def main():
    print(asyncio.get_event_loop() is loop)


loop.run_until_complete(main())
loop.close()
