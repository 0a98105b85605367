import sys


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(sys.getrecursionlimit())
sys.setrecursionlimit(3000)
print(depth(2500), sys.getrecursionlimit())
sys.setrecursionlimit(100)
try:
    depth(200)
except RecursionError as error:
    print(error)
try:
    sys.setrecursionlimit(0)
except ValueError as error:
    print(error)
