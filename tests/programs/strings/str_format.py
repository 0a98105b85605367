print("{} {}".format("a", 1), "{1} {0}".format("a", "b"), "{name}={value:>5}".format(name="n", value=3))
print("{0[1]} {1[k]} {0}".format([1, 2], {"k": "v"}), "{{literal}}".format(), "{:,}".format(1234567), "{!r}".format("q"))
print("{:{width}.{precision}f}|".format(3.14159, width=8, precision=2), "{:*^9}".format("mid"))
for bad in (lambda: "{}".format(), lambda: "{x}".format(), lambda: "{".format(), lambda: "{0} {}".format(1, 2)):
    try:
        print(bad())
    except (IndexError, KeyError, ValueError) as error:
        print(type(error).__name__, error)
