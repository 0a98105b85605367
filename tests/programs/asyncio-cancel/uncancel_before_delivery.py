"""Taking back the only request before the task runs also takes back the exception."""
import asyncio


async def work():
    asyncio.current_task().cancel()
    print("cancelling", asyncio.current_task().cancelling())
    print("uncancel", asyncio.current_task().uncancel())
    await asyncio.sleep(0)
    return "not cancelled"


print(asyncio.run(work()))
