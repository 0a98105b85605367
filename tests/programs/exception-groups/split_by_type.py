def show(pair):
    print(tuple(repr(part) for part in pair))


group = ExceptionGroup("all", [ValueError(1), TypeError("a"), ValueError(2), OSError("disk")])
show(group.split(ValueError))
show(group.split((ValueError, TypeError)))
show(group.split(KeyError))
show(group.split(Exception))
show(group.split(ExceptionGroup))
print(group.split(Exception)[0] is group)
show(group.split(()))
