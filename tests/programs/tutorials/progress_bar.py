"""A spinner that is cancelled when the work is done."""
import asyncio


async def spinner(message):
    frames = "|/-\\"
    shown = 0
    try:
        while True:
            print(f"\r{frames[shown % len(frames)]} {message}", end="")
            shown += 1
            await asyncio.sleep(0.25)
    except asyncio.CancelledError:
        print(f"\r  {message} done after {shown} frames")
        raise


async def work():
    total = 0
    for n in range(5):
        await asyncio.sleep(0.4)
        total += n
    return total


async def main():
    spinning = asyncio.create_task(spinner("thinking"))
    result = await work()
    spinning.cancel()
    try:
        await spinning
    except asyncio.CancelledError:
        pass
    print("answer:", result)


asyncio.run(main())
