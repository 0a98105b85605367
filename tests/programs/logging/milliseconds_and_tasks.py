import asyncio
import logging
import sys

logging.basicConfig(
    stream=sys.stdout, level='DEBUG',
    format='%(asctime)s %(msecs)03d %(relativeCreated)d %(levelname)-8s %(taskName)s %(threadName)s %(message)s',
)


async def work(n):
    await asyncio.sleep(n)
    logging.info('slept %s', n)


async def main():
    logging.debug('in %s', 'main')
    await asyncio.gather(work(0.123456), asyncio.to_thread(logging.warning, 'in a thread'))
    await asyncio.create_task(work(1), name='second')


asyncio.run(main())
logging.info('outside')
