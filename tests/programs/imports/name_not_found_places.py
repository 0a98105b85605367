# Where a module is that lacks a name: a package, a module, a builtin one.
for statement in ("collections", "functools", "itertools"):
    try:
        if statement == "collections":
            from collections import no_such_name
        elif statement == "functools":
            from functools import no_such_name
        else:
            from itertools import no_such_name
    except ImportError as error:
        print(str(error).replace("/usr/lib/python3.13/", ""))
