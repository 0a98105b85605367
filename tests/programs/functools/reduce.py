from functools import reduce

print(reduce(lambda a, b: a + b, [1, 2, 3]))
print(reduce(lambda a, b: f'({a}{b})', 'abcd', '.'))
print(reduce(lambda a, b: a * b, [], 7))
try:
    reduce(max, [])
except TypeError as error:
    print(error)
