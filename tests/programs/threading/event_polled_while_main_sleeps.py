# A thread that waits for an event with a timeout, again and again, while the main thread sleeps.
import threading
import time


def spin(done):
    turns = 0
    while not done.wait(0.1):
        turns += 1
    print("turns", turns, "at", round(time.monotonic(), 3))


done = threading.Event()
thread = threading.Thread(target=spin, args=(done,))
thread.start()
time.sleep(1.05)
done.set()
thread.join()
print("joined")
