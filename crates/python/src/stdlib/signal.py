# Signals are accepted, and none ever comes.

from enum import IntEnum


class Signals(IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGABRT = 6
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGWINCH = 28


class Handlers(IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler}


def _known(number):
    try:
        return Signals(number)
    except ValueError:
        if 1 <= number < 65:
            return number
        raise ValueError('signal number out of range') from None


def signal(signalnum, handler, /):
    number = _known(signalnum)
    if not callable(handler) and handler not in (0, 1):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    if number in (SIGKILL, SIGSTOP):
        raise OSError(22, 'Invalid argument')
    known = _handlers.get(number, SIG_DFL)
    _handlers[number] = handler if callable(handler) else Handlers(handler)
    return known


def getsignal(signalnum, /):
    return _handlers.get(_known(signalnum), SIG_DFL)


def raise_signal(signalnum, /):
    handler = getsignal(signalnum)
    if callable(handler):
        handler(signalnum, None)


def alarm(seconds, /):
    return 0


def siginterrupt(signalnum, flag, /):
    pass


def set_wakeup_fd(fd, *, warn_on_full_buffer=True):
    return -1


def strsignal(signalnum, /):
    return {1: 'Hangup', 2: 'Interrupt', 9: 'Killed', 14: 'Alarm clock', 15: 'Terminated'}.get(int(signalnum))


def valid_signals():
    return set(Signals)
