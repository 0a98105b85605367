from collections import ChainMap, UserDict, UserList, deque
from collections.abc import Mapping, Sequence


class Letters(Sequence):
    def __init__(self, text):
        self.text = text

    def __getitem__(self, index):
        return self.text[index]

    def __len__(self):
        return len(self.text)


class Settings(Mapping):
    def __init__(self, **settings):
        self.settings = settings

    def __getitem__(self, key):
        return self.settings[key]

    def __len__(self):
        return len(self.settings)

    def __iter__(self):
        return iter(self.settings)


def tell(value):
    match value:
        case {'name': name, **rest}:
            return f'mapping with name {name!r}, and {rest}'
        case []:
            return 'nothing'
        case [first, *rest]:
            return f'sequence of {first!r} and {rest}'
        case _:
            return 'something else'


for value in [Letters('abc'), Letters(''), Settings(name='x', size=3), Settings(size=3), deque([1, 2, 3]), deque(),
              UserList('ab'), UserDict(name='u'), ChainMap({'name': 'c'}, {'size': 1}), {1, 2}, 'ab', b'ab', iter('ab')]:
    print(type(value).__name__, tell(value))
