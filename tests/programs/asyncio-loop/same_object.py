import asyncio


async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    print(loop is asyncio.get_running_loop(), loop is asyncio.get_event_loop())
    print(asyncio.current_task().get_loop() is loop, other.create_future().get_loop() is other)
    print(loop is other, loop == loop, loop in {loop: 1})
    other.close()


asyncio.run(main())
