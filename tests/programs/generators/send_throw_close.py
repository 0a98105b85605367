def echo():
    received = []
    try:
        while True:
            try:
                received.append((yield len(received)))
            except ValueError as error:
                received.append(repr(error))
    finally:
        print("closed with", received)


g = echo()
print(next(g), g.send("a"), g.send("b"), g.throw(ValueError("c")))
g.close()
try:
    next(g)
except StopIteration:
    print("done")
fresh = echo()
try:
    fresh.send(1)
except TypeError as error:
    print(error)
