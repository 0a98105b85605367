print()
print("a", "b", 3, sep="-")
print("no newline", end="")
print("!", end="\n\n")
print("x", "y", sep="")
print(*[1, 2, 3], sep=", ")
print("a", None, True, 1.5, [1, "s"], sep="|", end=".\n")
print("flushed", flush=True)
for bad in (lambda: print("x", sep=5), lambda: print("x", wrong=1)):
    try:
        bad()
    except TypeError as error:
        print(error)
