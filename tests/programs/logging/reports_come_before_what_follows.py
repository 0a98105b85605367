import asyncio
import logging

logging.basicConfig(level=logging.INFO, format='%(levelname)s:%(message)s')


async def fail():
    raise ValueError('unseen')


async def main():
    asyncio.create_task(fail())
    await asyncio.sleep(0)
    logging.info('after the task has failed')
    await asyncio.sleep(1)
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError('unseen too'))
    del future
    logging.info('after the future is gone')


asyncio.run(main())
logging.info('after the loop')
