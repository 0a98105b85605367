class Amount:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        print("add", self.value, other.value)
        return Amount(self.value + other.value)

    def __radd__(self, other):
        print("radd", other, self.value)
        return Amount(other + self.value)


def amounts():
    for value in range(3):
        print("yield", value)
        yield Amount(value)


print(sum(amounts()).value)
print(sum(amounts(), Amount(10)).value)
print(sum(0.1 for _ in range(10)), sum(number * 0.1 for number in range(10)))
print(sum(10**20 + number for number in range(3)), sum(([number] for number in range(3)), []))
try:
    sum(letter for letter in "ab")
except TypeError as error:
    print(error)
