# A metaclass gives its classes operators, attributes and a repr.
class Meta(type):
    def __len__(cls): return 3
    def __iter__(cls): return iter("abc")
    def __contains__(cls, x): return x == "z"
    def __getitem__(cls, k): return (cls.__name__, k)
    def __repr__(cls): return f"<{cls.__name__}!>"
    def __getattr__(cls, name): return "dyn " + name
    def __setattr__(cls, name, v):
        print("setattr", name); super().__setattr__(name, v)
    @property
    def prop(cls): return "prop of " + cls.__name__
    def meth(cls): return cls
    def __eq__(cls, o): return True
    def __hash__(cls): return 7
    def __or__(cls, o): return "or"
    def __bool__(cls): return False
    def __lt__(cls, o): return "lt"
class A(metaclass=Meta): pass
print(len(A), list(A), "z" in A, "q" in A, A["k"], A, str(A), A.foo, A.prop, A.meth(), A == 3, hash(A), A | 3, bool(A), A < 3)
A.y = 3
print(A.y, A().y)
try: A().foo
except AttributeError as e: print(e)
