import logging
import sys

logging.basicConfig(
    stream=sys.stdout, level=logging.DEBUG, format='%(filename)s %(module)s %(funcName)s:%(lineno)d %(message)s'
)


def inner():
    logging.info('here')
    logging.getLogger('x').info('caller', stacklevel=2)


def outer():
    inner()


outer()
logging.debug('top')
[logging.info('in a comprehension') for _ in range(1)]
(lambda: logging.info('in a lambda'))()
