import logging
import sys

logging.basicConfig(stream=sys.stdout, format='%(levelname)s:%(message)s')
log = logging.getLogger('app')


def fail():
    return {}['key']


try:
    fail()
except KeyError:
    log.exception('it failed for %s', 'key')
    log.error('again', exc_info=True)
    log.warning('no traceback')
try:
    raise ValueError('other')
except ValueError as error:
    kept = error
log.error('later', exc_info=kept)
log.error('nothing handled', exc_info=True)
log.error('stack', stack_info=True)
