def gen():
    try:
        yield 1
    finally:
        print("never")


it = gen()
try:
    it.throw(ValueError("early"))
except ValueError as error:
    print(repr(error))
print(next(it, "ended"))
gen().throw(KeyError("uncaught"))
