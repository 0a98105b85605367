"""While it is open, its loop is the one that get_event_loop gives."""
import asyncio

with asyncio.Runner() as runner:
    print(asyncio.get_event_loop() is runner.get_loop())
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print('RuntimeError:', error)
