class Watched:
    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        print(f'{self.key}<{other.key}', end=' ')
        return self.key < other.key

    def __repr__(self):
        return str(self.key)


for keys in ('', '1', '12', '21', '123', '321', '3221', '1132', '221134', '5142637', '777', '7776', '9988776655', '31415926535'):
    for reverse in (False, True):
        items = [Watched(key) for key in keys]
        items.sort(reverse=reverse)
        print(items)
try:
    [3, 2.5, 'two'].sort()
except TypeError as error:
    print(error)
