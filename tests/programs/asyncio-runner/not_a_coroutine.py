"""It runs coroutines, nothing else."""
import asyncio

with asyncio.Runner() as runner:
    for wrong in (work, 5, None):
        try:
            runner.run(wrong)
        except ValueError as error:
            print('ValueError:', str(error).split(' at ')[0])
