import logging
import sys

logging.basicConfig(stream=sys.stdout, format='%(levelname)s %(message)s %(user)s', level=logging.INFO)


class NoSecrets(logging.Filter):
    def filter(self, record):
        record.user = getattr(record, 'user', 'nobody')
        return 'secret' not in record.getMessage()


log = logging.getLogger('app')
log.addFilter(NoSecrets())
log.info('a secret')
log.info('no such thing')
log.info('extra', extra={'user': 'ann'})
logging.LoggerAdapter(log, {'user': 'adapter'}).warning('adapted %s', 1)


class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f'[{self.extra["id"]}] {msg}', kwargs


Prefix(log, {'id': 7}).info('prefixed')
log.addFilter(lambda record: record.levelno >= logging.ERROR)
log.warning('filtered')
log.error('passes')
try:
    log.error('x', extra={'message': 1})
except KeyError as error:
    print(error)
