# Slices in a loop: of texts, lists and what has its own idea of a slice; with bounds of every kind.
class Own:
    def __getitem__(self, key):
        return key


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


bounds = [None, 0, 2, -2, 99, -99, True, Index(1)]
for value in ("abcdef", "", "äöüß", [1, 2, 3, 4], [], (1, 2, 3), b"bytes", range(5)):
    print(repr(value), [value[start:stop] for start in bounds for stop in bounds])
text = "same"
items = [1, 2]
print(text[:] is text, text[0:4] is text, items[:] is items, items[:] == items)
print(Own()[1:2], Own()[:None])
for start, stop in ((1.5, 2), ("a", None), (None, [])):
    for value in ("abc", [1], 5):
        try:
            value[start:stop]
        except TypeError as error:
            print(error)
