# A formatter of one's own.
from string import Formatter

f = Formatter()
print(f.format('{0} {name!r:>6} {1[k]}', 1, {'k': 2}, name='n'), f.format('{} {}', 'a', 'b'), f.format('{:{}}|', 'x', 4))
print(list(f.parse('a{b!r:>{w}}c{{d}}')))
class Default(Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f'<{key}>') if isinstance(key, str) else super().get_value(key, args, kwargs)
print(Default().format('{x} {y}', x=1))
for text in ['{', '}', '{0}{}', '{x}', '{0!z}']:
    try:
        print(f.format(text, 1))
    except Exception as error:
        print(type(error).__name__, error)
