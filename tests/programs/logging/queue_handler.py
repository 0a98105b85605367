import logging
import logging.handlers
import queue
import sys

records = queue.Queue()
target = logging.StreamHandler(sys.stdout)
target.setFormatter(logging.Formatter('%(levelname)s %(name)s %(message)s'))
listener = logging.handlers.QueueListener(records, target)
log = logging.getLogger('app')
log.setLevel(logging.INFO)
log.addHandler(logging.handlers.QueueHandler(records))
log.info('first %s', 1)
listener.start()
log.warning('second')
listener.stop()
print(records.qsize(), type(log.handlers[0]).__name__)

memory = logging.handlers.MemoryHandler(10, target=target)
other = logging.getLogger('other')
other.setLevel(logging.DEBUG)
other.propagate = False
other.addHandler(memory)
other.debug('kept back')
other.info('kept back too')
print(len(memory.buffer))
other.error('flushes')
print(len(memory.buffer))
