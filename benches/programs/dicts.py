def count(limit):
    counts = {}
    for number in range(limit):
        key = number * 7 % 1_013
        counts[key] = counts.get(key, 0) + 1
    return counts


def letters(words):
    lengths = {}
    for word in words:
        for letter in word:
            if letter in lengths:
                lengths[letter] += len(word)
            else:
                lengths[letter] = len(word)
    return lengths


total = 0
for key, value in count(2 * 100_000).items():
    total += key * value
letters(["the", "quick", "brown", "fox", "jumps"] * 4_000)
