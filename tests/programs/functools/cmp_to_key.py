from functools import cmp_to_key


def by_length_then_text(a, b):
    return len(a) - len(b) or (a > b) - (a < b)


words = ['pear', 'fig', 'apple', 'kiwi', 'date']
print(sorted(words, key=cmp_to_key(by_length_then_text)))
print(min(words, key=cmp_to_key(lambda a, b: (a < b) - (a > b))))
