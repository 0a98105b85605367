import logging

logging.debug('not shown')
logging.info('not shown')
logging.warning('a %s of %d', 'warning', 1)
logging.error('an error')
logging.critical('critical')
log = logging.getLogger('my.module')
log.warning('from a module')
log.info('not shown')
