# A coroutine given to a call that is refused lives as long as the error: the warning comes where that is forgotten.
import asyncio


async def work():
    return 1


async def main():
    try:
        asyncio.run(work())
    except RuntimeError as error:
        print(error)
    print("one")
    try:
        asyncio.get_running_loop().run_until_complete(work())
    except RuntimeError as error:
        print(error)
        done = True
    print("two")
    try:
        await asyncio.wait([work()])
    except TypeError as error:
        print(error)
    print("three")
    try:
        await asyncio.gather(work(), 3)
    except TypeError as error:
        print(error)
    print("four")
    try:
        for _ in work():
            pass
    except TypeError as error:
        print(error)


try:
    asyncio.create_task(work())
except RuntimeError as error:
    print(error)
print("zero")
asyncio.run(main())
try:
    asyncio.gather(work())
except RuntimeError as error:
    print(error)
print("five")
try:
    asyncio.ensure_future(work())
except RuntimeError as error:
    print(error)
asyncio.create_task(work())
