import logging
import sys

logging.basicConfig(format='one %(message)s', stream=sys.stdout)
logging.basicConfig(format='two %(message)s', stream=sys.stdout)
logging.warning('first configuration stays')
logging.basicConfig(format='three %(message)s', stream=sys.stdout, force=True)
logging.warning('forced')
own = logging.StreamHandler(sys.stdout)
own.setFormatter(logging.Formatter('own %(message)s'))
logging.basicConfig(handlers=[own, logging.StreamHandler(sys.stdout)], force=True, format='shared %(message)s')
logging.warning('two handlers')
