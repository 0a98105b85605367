def count(n):
    print("started")
    for i in range(n):
        yield i
    print("finished")
    return "result"


g = count(2)
print("made")
print(next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print("stop", stop.value)
print(list(count(3)), sum(count(4)))
for x in count(1):
    print("got", x)
