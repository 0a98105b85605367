# Attributes of each thread.
import threading

class Mine(threading.local):
    def __init__(self, start):
        self.n = start
mine, plain = Mine(5), threading.local()
plain.x = 'main'
def work():
    mine.n += 1
    print('worker', mine.n, hasattr(plain, 'x'))
    plain.x = 'worker'
for _ in range(2):
    t = threading.Thread(target=work)
    t.start()
    t.join()
print(mine.n, plain.x, plain.__dict__)
try:
    plain.y
except AttributeError as error:
    print(error)
