import asyncio, logging
logging.basicConfig(level=logging.INFO, format='%(levelname)s %(name)s %(message)s')
log = logging.getLogger('x')
async def inner():
    log.info('n %d', 'x')
    await asyncio.sleep(1)
    log.info('stack', stack_info=True)
async def main():
    await inner()
    asyncio.create_task(inner(), name='T')
    await asyncio.sleep(2)
asyncio.run(main())
