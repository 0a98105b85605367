# A program does not wait for its daemons.
import threading
import time

def forever():
    while True:
        time.sleep(1)
        print('tick')

threading.Thread(target=forever, daemon=True).start()
time.sleep(2.5)
print('done')
