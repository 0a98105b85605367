import logging

logging.basicConfig(format='%(message)s')


def report(value):
    logging.warning('a number: %d', value)


report('x')
logging.warning('too many', 1)
logging.warning('fine: %(a)s', {'a': 1})
logging.warning('%s percent', '5%')
logging.warning('5% as it is')
