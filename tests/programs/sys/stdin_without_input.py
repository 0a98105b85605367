import sys

print(repr(sys.stdin.readline()), list(sys.stdin), repr(sys.stdin.read()), sys.stdin.name)
