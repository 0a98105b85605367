def primes(limit):
    sieve = [True] * limit
    for number in range(2, int(limit**0.5) + 1):
        if sieve[number]:
            for multiple in range(number * number, limit, number):
                sieve[multiple] = False
    found = []
    for number in range(2, limit):
        if sieve[number]:
            found.append(number)
    return found


def swap(items):
    for left in range(len(items) // 2):
        right = len(items) - left - 1
        items[left], items[right] = items[right], items[left]
    return items


for _ in range(3):
    numbers = swap(primes(100_000))
    numbers.sort()
    total = sum(number for number in numbers[::2])
    while numbers:
        total -= numbers.pop()
