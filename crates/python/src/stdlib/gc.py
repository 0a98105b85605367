# Objects go away when nothing refers to them; what refers to itself goes at the end of the run.

DEBUG_STATS = DEBUG_LEAK = DEBUG_COLLECTABLE = DEBUG_UNCOLLECTABLE = DEBUG_SAVEALL = 0
garbage, callbacks = [], []
_enabled = True


def collect(generation=2):
    return 0


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def get_count():
    return 0, 0, 0


def get_threshold():
    return 2000, 10, 0


def set_threshold(*thresholds):
    pass


def set_debug(flags):
    pass


def freeze():
    pass


unfreeze = freeze


def get_objects(generation=None):
    return []
