import asyncio
import logging

logging.basicConfig(
    level=logging.INFO, format='%(asctime)s - %(name)s - %(levelname)s - %(message)s', datefmt='%Y-%m-%d %H:%M:%S'
)
log = logging.getLogger(__name__)


async def work(n):
    log.info('begin %s', n)
    await asyncio.sleep(n)
    log.debug('not shown')
    log.info('end %s', n)


async def main():
    await asyncio.gather(work(1), work(0.5))


asyncio.run(main())
