print("a b  c\td\n".split(), "a,b,,c".split(","), "a,b,c,d".split(",", 2), "a,b,c".rsplit(",", 1))
print("".split(), "".split(","), "one\ntwo\r\nthree".splitlines(), "a\nb".splitlines(True))
print("-".join(["a", "b"]), "".join("abc"), ", ".join(map(str, [1, 2])))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="))
try:
    "a".split("")
except ValueError as error:
    print(error)
try:
    ",".join([1])
except TypeError as error:
    print(error)
