# Signals come only from the program itself.

from enum import IntEnum


class Signals(IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGSTKFLT = 16
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGXCPU = 24
    SIGXFSZ = 25
    SIGVTALRM = 26
    SIGPROF = 27
    SIGWINCH = 28
    SIGIO = 29
    SIGPWR = 30
    SIGSYS = 31
    SIGRTMIN = 34
    SIGRTMAX = 64


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
    import sys
    number = _known(signalnum)
    asyncio = sys.modules.get('asyncio')
    if asyncio is not None:
        found = asyncio._signal_handler(number)
        if found is not None:
            # As the loop hears of it: when it looks for events, and the handler runs one iteration later.
            found[0].call_later(0, _handle, number)
            return
    handler = _handlers.get(number, SIG_DFL)
    if handler is default_int_handler and asyncio is not None and asyncio._interrupt():
        return
    if callable(handler):
        handler(number, sys._getframe())
    elif handler == SIG_DFL and number not in (17, 18, 19, 20, 21, 22, 23, 28):
        from _thread import _die
        _die(128 + number)


def _handle(number):
    from asyncio import _signal_handler
    found = _signal_handler(number)
    if found is not None:
        found[0].call_soon(*found[1:])


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
