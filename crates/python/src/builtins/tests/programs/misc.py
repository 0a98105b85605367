def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)

t(lambda: print('a', 'b', sep='-', end='!\n'))
t(lambda: print(1, 2, sep=None, end=None))
t(lambda: print('a', sep=5))
t(lambda: print('a', end=5))
t(lambda: print('a', foo=5))
t(lambda: print())
t(lambda: print(*[1, 2, 3], sep=', '))
t(lambda: print('x', flush=True))
t(lambda: repr(None))
t(lambda: repr(...))
t(lambda: repr(NotImplemented))
t(lambda: (True, False, None))
t(lambda: int)
t(lambda: str)
t(lambda: type(None))
t(lambda: type(...))
t(lambda: type([]))
t(lambda: type(lambda: 1))
t(lambda: type(len))
t(lambda: type(type))
t(lambda: type(range(1)))
t(lambda: type(x for x in []))
t(lambda: type({}.keys()))
t(lambda: type(iter([])))
t(lambda: type(iter({})))
t(lambda: type(zip()))
t(lambda: type(iter('')))
t(lambda: type(iter(range(0))))
t(lambda: type(iter(set())))
t(lambda: type(reversed([])))
t(lambda: type(enumerate([])))
t(lambda: type(map(str, [])))
t(lambda: type([].append))
t(lambda: type(ValueError('x')))
t(lambda: len)
t(lambda: print)
t(lambda: [].append.__name__)
t(lambda: len.__name__)
t(lambda: callable(int))
t(lambda: getattr(5, 'real'))
t(lambda: getattr(5, 'foo'))
t(lambda: getattr(5, 'foo', 'd'))
t(lambda: getattr(5))
t(lambda: getattr(5, 5))
t(lambda: hasattr('', 'upper'))
t(lambda: hasattr('', 'foo'))
t(lambda: setattr(5, 'x', 1))
t(lambda: delattr(5, 'x'))
t(lambda: [].x)
t(lambda: None.foo)
t(lambda: None())
t(lambda: 5())
t(lambda: 'a'())
t(lambda: None[0])
t(lambda: 5[0])
t(lambda: len[0])
t(lambda: (lambda: 1)[0])
t(lambda: int[0] if 0 else list[int])
t(lambda: id(1) == id(1))
t(lambda: hash(5))
t(lambda: object() == object())
t(lambda: object().foo)
t(lambda: object(5))
t(lambda: vars(5))
t(lambda: undefined_name)
t(lambda: type('X', (), {'a': 5})().a)
t(lambda: type('X', (object,), {}).__name__)
t(lambda: type(1, 2))
t(lambda: isinstance([], list))
t(lambda: isinstance([], (int, (str, list))))
t(lambda: issubclass(KeyError, LookupError))
t(lambda: KeyError('a'))
t(lambda: str(KeyError('a')))
t(lambda: ValueError())
t(lambda: ValueError(1, 'a'))
t(lambda: str(ValueError(1, 'a')))
t(lambda: ValueError('x').args)
t(lambda: input)
class A:
    """doc"""
    x = 1
    def __init__(self, y=2):
        self.y = y
    def m(self):
        return 'm'
    @property
    def p(self):
        return self.y * 2
    @staticmethod
    def s(a):
        return a
    @classmethod
    def c(cls):
        return cls.__name__
a = A()
print(vars(a), a.p, A.s(5), a.c(), A.__doc__, A.__name__, A.m.__name__, A.m.__qualname__, a.m.__name__)
print(getattr(a, 'y'), hasattr(a, 'z'), getattr(a, 'z', None))
setattr(a, 'z', 9)
print(a.z, a.__dict__)
delattr(a, 'z')
t(lambda: a.z)
t(lambda: delattr(a, 'z'))
t(lambda: setattr(a, 'p', 3))
t(lambda: A.nope)
t(lambda: a.m(1))
t(lambda: A(1, 2))
t(lambda: A.m())
t(lambda: isinstance(a, A))
t(lambda: a.__class__)
t(lambda: type(a) is A)
t(lambda: a < a)
t(lambda: a + 1)
t(lambda: len(a))
t(lambda: a[0])
t(lambda: a())
t(lambda: iter(a))
t(lambda: 1 in a)
t(lambda: -a)
t(lambda: int(a))
t(lambda: bool(a))
t(lambda: hash(a) == hash(a))
t(lambda: f'{a:>5}')
t(lambda: [a][a])
t(lambda: round(a))
t(lambda: abs(a))
t(lambda: sorted(x for x in dir(a) if not x.startswith('_')))
class V:
    def __init__(self, n):
        self.n = n
    def __repr__(self):
        return f'V({self.n})'
    def __eq__(self, o):
        return self.n == o.n
    def __hash__(self):
        return hash(self.n)
    def __add__(self, o):
        return V(self.n + (o.n if isinstance(o, V) else o))
    __radd__ = __add__
    def __len__(self):
        return self.n
    def __bool__(self):
        return self.n > 1
    def __getitem__(self, k):
        return (self.n, k)
    def __contains__(self, k):
        return k == self.n
    def __call__(self, *a, **k):
        return a, k
    def __format__(self, spec):
        return f'<{spec}>'
    def __int__(self):
        return self.n
    def __float__(self):
        return self.n + 0.5
    def __index__(self):
        return self.n
    def __abs__(self):
        return 'abs'
    def __round__(self, d=None):
        return ('round', d)
    def __neg__(self):
        return 'neg'
    def __iter__(self):
        return iter(range(self.n))
    def __reversed__(self):
        return 'rev'
    def __divmod__(self, o):
        return 'dm'
    def __pow__(self, o, m=None):
        return ('pow', o, m)
v = V(3)
print(v, str(v), [v], v + v, v + 1, sum([v, v]), len(v), bool(v), bool(V(1)), v[2], v[1:2], 3 in v, v(1, a=2))
print(f'{v:abc}', format(v), int(v), float(v), [0, 1, 2, 3][v], abs(v), round(v), round(v, 2), -v, list(v), reversed(v), divmod(v, 1), pow(v, 2), pow(v, 2, 3), v ** 2)
print({v, V(3)}, {v: 1}[V(3)], v in [V(3)], [V(1), v].index(V(3)), (v,) == (V(3),), hex(v), bin(v), 'ab' * v, range(v), max([V(1), v], key=lambda x: x.n), list(map(len, [v])))
class W:
    def __str__(self):
        return 'str W'
w = W()
print(w, f'{w}', str(w), '%s' % w, '{}'.format(w))
class R:
    def __repr__(self):
        return 5
t(lambda: repr(R()))
t(lambda: print(R()))
t(lambda: [R()])
class L:
    def __len__(self):
        return -1
t(lambda: len(L()))
class M:
    def __len__(self):
        return 'a'
t(lambda: len(M()))
t(lambda: bool(M()))
class C:
    def __iter__(self):
        return 5
t(lambda: list(C()))
t(lambda: iter(C()))
class E2:
    def __repr__(self):
        raise ValueError('in repr')
t(lambda: repr([E2()]))
t(lambda: str({'a': E2()}))
x = 5
def f():
    y = 2
    print(sorted(locals()), 'x' in globals())
f()
t(lambda: [1, 2] == [1, 2] != [3])
def g(a, /, b, *, c):
    return a, b, c
t(lambda: g(1, 2, c=3))
t(lambda: g(1, 2))
t(lambda: g(1, c=3))
t(lambda: g())
t(lambda: g(1, 2, 3))
t(lambda: g(1, 2, c=3, d=4))
t(lambda: g(a=1, b=2, c=3))
t(lambda: g(1, 2, b=3, c=4))
t(lambda: g(*5))
t(lambda: g(**5))
t(lambda: g(**{1: 2}))
t(lambda: g(1, **{'b': 2}, **{'b': 3}, c=1))
t(lambda: (lambda x: x)())
