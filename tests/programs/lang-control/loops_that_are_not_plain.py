"""Loops of plain instructions in which, every so often, something is not plain."""


class Plain:
    def __init__(self):
        self.value = 0
        self.other = "x"


def overflow():
    number = 3
    sizes = []
    for _ in range(60):
        number = number * number if number < 1 << 40 else number + number
        if number > 1 << 62:
            sizes.append(number)
    return len(sizes), sizes[-1]


def unbound(limit):
    for step in range(limit):
        if step < 20:
            local = step
        elif step == 20:
            del local
        try:
            seen = local
        except UnboundLocalError as error:
            return step, str(error)
    return seen


def becomes_a_property():
    plain = Plain()
    total = 0
    for step in range(30):
        plain.value = step
        total += plain.value
        if step == 20:
            Plain.value = property(lambda self: 1000, lambda self, value: None)
    del Plain.value
    return total, plain.value, plain.__dict__


def attribute_goes():
    plain = Plain()
    for step in range(30):
        if step == 15:
            del plain.other
        try:
            plain.other
        except AttributeError as error:
            return step, str(error)


def shrinks():
    items = list(range(30))
    seen = []
    for item in items:
        seen.append(item)
        if item % 3 == 0:
            items.pop()
    return seen


def out_of_range():
    items = [0] * 25
    for step in range(30):
        try:
            items[step] = step
            items[-1 - step] = items[step]
        except IndexError as error:
            return step, str(error), items


def cells():
    value = 0

    def change(to):
        nonlocal value
        value = to

    out = []
    for step in range(20):
        value = value + 1
        if step == 10:
            change("text")
        try:
            value = value + 1
        except TypeError as error:
            out.append((step, str(error)))
            change(0)
    return out, value


def mixed():
    out = []
    values = [1, 2.5, True, "a", None, 1 << 70, -3]
    for left in values:
        for right in values:
            try:
                out.append(left < right)
            except TypeError:
                out.append(None)
            out.append(left is None or right is None)
            out.append(not left)
    return sum(1 for item in out if item is None), sum(1 for item in out if item is True)


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def last_reference():
    for step in range(12):
        kept = Noisy(step)
        other = kept
        kept = None
        if step % 4 == 3:
            other = None
            print("after", step)


print(overflow())
print(unbound(30))
print(becomes_a_property())
print(attribute_goes())
print(shrinks())
print(out_of_range())
print(cells())
print(mixed())
last_reference()

count = 0
for number in range(25):
    count = count + number
    if number == 12:
        del count
        count = "now text "
    elif number > 12:
        break
    else:
        continue
    try:
        count = count + number
    except TypeError as error:
        print(error)
        count = 0.5
print(number, count)

for number in range(25):
    if number == 10:
        len = lambda items: -1
    elif number == 15:
        del len
    size = len("four")
    if number in (9, 10, 14, 15):
        print(number, size)
