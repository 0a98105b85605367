import asyncio
import sys


def hook(kind, value, trace):
    print('hook:', kind.__name__, value, trace.tb_lineno, sys.excepthook is hook)
    sys.__excepthook__(kind, value, trace)


async def main():
    await asyncio.sleep(1)
    raise ValueError('uncaught')


sys.excepthook = hook
asyncio.run(main())
