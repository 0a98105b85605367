print("%s is %d years, %.2f m, %5d|%-5d|%05d %x %o %e %r %%" % ("Ada", 36, 1.7, 42, 42, 42, 255, 8, 12345.678, "q"))
print("%s" % 5, "%s %s" % (1, [2]), "%(a)s-%(b)03d" % {"a": 1, "b": 2}, "%+d % d" % (5, 5), "%c" % 65, "%10.3s|" % "abcdef")
for bad in (lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "%s" % (1, 2)):
    try:
        print(bad())
    except TypeError as error:
        print(error)
