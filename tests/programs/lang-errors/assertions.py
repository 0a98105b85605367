def check(n):
    assert n > 0, f"{n} is not positive"
    return n


print(check(1))
for n in (0, -1):
    try:
        check(n)
    except AssertionError as error:
        print("AssertionError:", error)
try:
    assert []
except AssertionError as error:
    print(repr(error))
