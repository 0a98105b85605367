import asyncio
import sys

loop = asyncio.new_event_loop()
loop.call_soon(sys.exit, 3)
try:
    loop.run_forever()
except SystemExit as error:
    print("exit", error.code, loop.is_closed())
loop.close()
