# create_task is a function in Python: it names the argument that is missing.
import asyncio

try:
    asyncio.create_task()
except TypeError as error:
    print(error)
