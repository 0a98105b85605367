# Giving up after a while
# wait_for() waits no longer than its timeout, then cancels what it was waiting for.

import asyncio


async def answer(question, seconds):
    try:
        await asyncio.sleep(seconds)
        return f"{question}: 42"
    except asyncio.CancelledError:
        print(f"{question}: cancelled while thinking")
        raise


async def main():
    print(await asyncio.wait_for(answer("easy", 0.5), timeout=1))
    try:
        print(await asyncio.wait_for(answer("hard", 3), timeout=1))
    except TimeoutError:
        print("hard: no answer in time")


asyncio.run(main())
