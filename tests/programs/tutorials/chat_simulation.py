import asyncio
import random


async def user(name, lines, room):
    for line in lines:
        await asyncio.sleep(random.uniform(0.5, 2.0))
        room.append(f"{name}: {line}")
        print(room[-1])


async def moderator(room):
    seen = 0
    while len(room) < 5:
        await asyncio.sleep(0.75)
        for message in room[seen:]:
            if "spam" in message.lower():
                print("  (moderator frowns)")
        seen = len(room)
    return f"{seen} messages read"


async def main():
    room = []
    results = await asyncio.gather(
        user("ada", ["hello", "anyone?"], room),
        user("bob", ["SPAM!", "sorry", "bye"], room),
        moderator(room),
    )
    print(results[-1])


asyncio.run(main())
