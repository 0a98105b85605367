import asyncio
import logging
import logging.config


class OnlyShort(logging.Filter):
    def __init__(self, most=10):
        super().__init__()
        self.most = most

    def filter(self, record):
        return len(record.getMessage()) <= self.most


logging.config.dictConfig({
    'version': 1,
    'disable_existing_loggers': False,
    'formatters': {
        'plain': {'format': '%(levelname)s %(name)s %(message)s'},
        'braces': {'format': '{asctime}|{message}', 'style': '{', 'datefmt': '%H:%M:%S'},
    },
    'filters': {'short': {'()': OnlyShort, 'most': 8}},
    'handlers': {
        'out': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'formatter': 'plain', 'level': 'INFO'},
        'short': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'formatter': 'braces', 'filters': ['short']},
    },
    'loggers': {'app': {'handlers': ['short'], 'level': 'DEBUG', 'propagate': True}, 'quiet': {'level': 'ERROR'}},
    'root': {'handlers': ['out'], 'level': 'WARNING'},
})


async def main():
    log = logging.getLogger('app.part')
    log.info('short')
    await asyncio.sleep(2)
    log.debug('a long message')
    log.warning('a long warning')
    logging.getLogger('quiet').warning('not shown')
    logging.getLogger('other').error('shown')


asyncio.run(main())
for wrong in [{}, {'version': 2}, {'version': 1, 'root': {'handlers': ['none']}}]:
    try:
        logging.config.dictConfig(wrong)
    except ValueError as error:
        print(error)
