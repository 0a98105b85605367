# Entering the event loop
# asyncio.run() starts an event loop, runs one coroutine to its end, and hands back what it returned.

import asyncio


async def main():
    print("inside: the loop runs this coroutine as its first task")
    await asyncio.sleep(1.5)
    print("inside: awake again")
    return 42


print("before: ordinary code, no loop yet")
answer = asyncio.run(main())
print("after: the loop is closed, the answer is", answer)
