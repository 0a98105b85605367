def numbers(limit):
    number = 0
    while number < limit:
        yield number
        number += 1


total = 0
for number in numbers(500_000):
    total += number
