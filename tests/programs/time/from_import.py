from time import monotonic, sleep as pause
import time as clock

pause(2)
print(monotonic(), clock.monotonic(), pause is clock.sleep)
