import asyncio
import logging
import time

logging.basicConfig(level=logging.DEBUG)


async def main():
    logging.info('begin')
    time.sleep(0.3)


asyncio.run(main(), debug=True)
logging.getLogger('asyncio').setLevel(logging.WARNING)
asyncio.run(asyncio.sleep(0))
