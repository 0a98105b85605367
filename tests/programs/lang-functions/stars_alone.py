# Calls with one star and with two: what they take and what they refuse.
def show(*args, **kwargs):
    return args, kwargs

def two(a, b=2, *, c=3):
    return a, b, c

class Mapping:
    def keys(self): return ["a", "c"]
    def __getitem__(self, key): return key * 2

items = [1, 2]
named = {"c": 5}
print(show(*items), show(*(3, 4)), show(*"xy"), show(*range(2)), show(*(i for i in items)))
print(two(*items, **named), two(*items), two(**{"a": 1}), two(**Mapping()))
print(show(**named), show(*items, **named))
items.append(3)
kept = show(*items)
items.append(4)
print(kept, items)
changed = show(**named)[1]
changed["c"] = 0
print(named)
def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: show(*1))
attempt(lambda: show(**1))
attempt(lambda: show(**{1: 2}))
attempt(lambda: show(*None, **named))
attempt(lambda: two(*items))
attempt(lambda: two(1, **{"a": 2}))
attempt(lambda: print(*3))
attempt(lambda: two(*[1], **{"z": 1}))
attempt(lambda: len(*[[1, 2]]))
attempt(lambda: max(*items, **{"key": lambda item: -item}))
