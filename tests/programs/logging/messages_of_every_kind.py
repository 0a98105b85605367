import logging

log = logging.getLogger('b')
log.error('%s', {'a': 1})
log.error('%(a)s', {'a': 1})
log.error('%s %s', *[1, 2])
log.error({'not': 'a string'})
log.error(ValueError('as the message'))
log.error('%d%%', 50)
log.error('100%')
log.error('given', exc_info=ValueError('given'))
log.error('a tuple', exc_info=(ValueError, ValueError('t'), None))
log.error('none', exc_info=True)
logging.raiseExceptions = False
log.error('%d', 'not reported')
