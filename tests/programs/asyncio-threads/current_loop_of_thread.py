# A thread has no current loop until it sets one, and what it sets is its own.
import asyncio
import threading


def look():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    print("its own:", asyncio.get_event_loop() is loop)
    loop.close()


async def main():
    thread = threading.Thread(target=look, name="other")
    thread.start()
    thread.join()
    print("still running:", asyncio.get_event_loop() is asyncio.get_running_loop())


asyncio.run(main())
