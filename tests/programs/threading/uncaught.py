# What a thread does not catch is told, and the program goes on.
import threading

def work(n):
    return 1 / n

t = threading.Thread(target=work, args=(0,))
t.start()
t.join()
print('still here')
threading.excepthook = lambda args: print('hook', args.exc_type.__name__, args.exc_value, args.thread.name)
t = threading.Thread(target=work, args=(0,), name='named')
t.start()
t.join()
