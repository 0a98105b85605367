"""timeout asks the running loop for the time."""
import asyncio


try:
    asyncio.timeout(1)
except RuntimeError as error:
    print('RuntimeError:', error)
print(asyncio.timeout_at(1).when())
