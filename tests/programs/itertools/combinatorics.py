# Products, permutations and combinations, in order.
from itertools import combinations, combinations_with_replacement, permutations, product

print(list(product('ab', [1, 2])), list(product([0, 1], repeat=3)), list(product()), list(product('ab', [])))
print(list(permutations([1, 2, 3])), list(permutations('abc', 2)), list(permutations('a', 2)))
print(list(combinations('abcd', 2)), list(combinations('ab', 3)), list(combinations('ab', 0)))
print(list(combinations_with_replacement('abc', 2)))
for call in [lambda: combinations('ab', -1), lambda: permutations('ab', 'x'), lambda: product('a', repeat=-1)]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
