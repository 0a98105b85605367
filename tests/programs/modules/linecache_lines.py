# linecache knows the program's own lines.
import linecache
import sys

NAME = sys._getframe().f_code.co_filename
print(repr(linecache.getline(NAME, 1)), repr(linecache.getline(NAME, 999)), repr(linecache.getline("missing.py", 1)))
linecache.checkcache(NAME)
lines = linecache.getlines(NAME)
print(len(lines), lines[-1])
# the end
