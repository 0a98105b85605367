# The names of files that an OSError tells of are no arguments of it.
class Mine(OSError):
    pass


for arguments in (
    (2, "No such file", "x.txt"),
    (13, "denied", "a", None, "b"),
    (2, "no name", None),
    (2, "plain"),
    (2,),
    ("only",),
    (999, "unknown", b"raw"),
    (1, 2, 3, 4, 5, 6),
):
    error = OSError(*arguments)
    print(type(error).__name__, error, repr(error), error.args, error.errno, error.strerror, error.filename, error.filename2)
mine = Mine(5, "broken", "disk")
print(mine, repr(mine), mine.filename)
mine.filename = "other"
print(mine)
raise FileNotFoundError(2, "No such file or directory", "data.json")
