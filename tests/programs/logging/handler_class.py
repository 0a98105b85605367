import logging


class Collecting(logging.Handler):
    def __init__(self):
        super().__init__(level=logging.INFO)
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


handler = Collecting()
handler.setFormatter(logging.Formatter('%(name)s/%(message)s'))
log = logging.getLogger('app')
log.setLevel(logging.DEBUG)
log.addHandler(handler)
log.addHandler(logging.NullHandler())
log.debug('below')
log.info('kept')
log.getChild('sub').error('kept too')
print(handler.lines, handler)
log.removeHandler(handler)
print(log.handlers)
