"""Its arguments are keywords."""
import asyncio

try:
    asyncio.Runner(True)
except TypeError as error:
    print('TypeError', 'positional' in str(error))
with asyncio.Runner() as runner:
    print(runner is runner.__enter__())
