import logging

log = logging.getLogger('app')
log.warning('bare')
log.error('bare too')
log.info('not shown')
print(logging.getLogger().handlers, log.hasHandlers())
