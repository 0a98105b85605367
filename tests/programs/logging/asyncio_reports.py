import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='[%(levelname)s] %(name)s %(filename)s %(message)s')


async def fail():
    raise ValueError('nobody looks')


async def main():
    asyncio.create_task(fail(), name='lost')
    await asyncio.sleep(1)
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(1)
    logging.info('done')


asyncio.run(main())
