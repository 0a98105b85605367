a, b = {'x': [1], 'y': {}}, {'x': [1], 'y': {}, 'z': []}
print(a.items() == a.copy().items(), a.items() == b.items(), a.items() != b.items())
print(a.items() <= b.items(), a.items() < b.items(), b.items() >= a.items(), b.items() > a.items(), b.items() <= a.items())
print(a.keys() == {'x', 'y'}, {'x', 'y'} == a.keys(), a.keys() < b.keys())
try:
    a.items() & b.items()
except TypeError as error:
    print(error)
