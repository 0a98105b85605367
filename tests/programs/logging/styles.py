import logging
import sys


def say(*args, **options):
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter(*args, **options))
    log = logging.getLogger('styled')
    log.handlers[:] = [handler]
    log.propagate = False
    log.warning('text %d', 5)


say('{levelname:>10} {message}', style='{')
say('{asctime} [{name}] {message}', '%H:%M', style='{')
say('$levelname ${message}', style='$')
say('%(levelname).1s %(message)r %(user)s', defaults={'user': 'nobody'})
say()
for wrong in [lambda: logging.Formatter('plain'), lambda: logging.Formatter('x', style='?'),
              lambda: logging.Formatter('plain', style='{'), lambda: logging.basicConfig(level='LOUD'),
              lambda: logging.basicConfig(wrong=1, force=True), lambda: logging.getLogger(3)]:
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
