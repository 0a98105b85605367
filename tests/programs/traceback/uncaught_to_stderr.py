# print_exc writes to stderr.
import traceback

def fails():
    raise RuntimeError('told')

for _ in range(2):
    try:
        fails()
    except RuntimeError:
        traceback.print_exc()
