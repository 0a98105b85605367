def build(limit):
    squares = [number * number for number in range(limit)]
    even = [number for number in squares if number % 2 == 0]
    names = {number: str(number) for number in range(limit // 4)}
    rests = {number % 97 for number in squares}
    pairs = [(row, column) for row in range(limit // 400) for column in range(20)]
    return len(even) + len(names) + len(rests) + len(pairs) + sum(number + 1 for number in even)


build(2 * 100_000)
