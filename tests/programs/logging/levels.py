import logging
import sys

logging.basicConfig(stream=sys.stdout, level=1, format='%(levelno)d %(levelname)s %(message)s')
logging.addLevelName(25, 'NOTE')
logging.log(25, 'noted')
logging.log(7, 'unnamed')
print(logging.getLevelName(25), logging.getLevelName('ERROR'), logging.getLevelName(33), logging.NOTSET)
logging.disable(logging.ERROR)
logging.error('disabled')
logging.critical('not disabled')
logging.disable(logging.NOTSET)
logging.error('enabled')
try:
    logging.getLogger().setLevel('QUIET')
except ValueError as error:
    print(error)
