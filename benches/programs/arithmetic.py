def count(limit):
    total = 0
    for number in range(limit):
        if number % 3 == 0:
            total += number * 2
        else:
            total -= 1
    return total


count(10 * 100_000)
