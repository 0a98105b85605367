# Handlers are kept, and asked for.
import signal

def handler(number, frame):
    print('got', number)
print(signal.SIGINT, repr(signal.SIGTERM), int(signal.SIGINT), signal.Signals(15).name, signal.getsignal(signal.SIGTERM))
print(signal.signal(signal.SIGTERM, handler), signal.getsignal(signal.SIGTERM) is handler)
signal.raise_signal(signal.SIGTERM)
print(signal.signal(signal.SIGTERM, signal.SIG_IGN) is handler, signal.getsignal(signal.SIGTERM))
for call in [lambda: signal.signal(signal.SIGTERM, 'x'), lambda: signal.signal(999, handler), lambda: signal.signal(signal.SIGKILL, handler)]:
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
