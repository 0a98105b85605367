# Docs, members, the source of a function, the current frame.
import inspect

def documented(x):
    """Say something.

        indented
    """
    if x:
        return [
            x,
        ]

def after(): pass

class Base:
    """Base doc."""
    value = 1
    def method(self):
        "method doc"
class Child(Base):
    def method(self):
        pass
print(repr(inspect.getdoc(documented)), inspect.getdoc(Child), inspect.getdoc(Child().method), inspect.cleandoc('a\n   b\n     c'))
print(inspect.getsource(documented), end='')
print(inspect.getsource(after), inspect.getsourcelines(after)[1])
print([name for name, _ in inspect.getmembers(Child(), inspect.ismethod)], [c.__name__ for c in inspect.getmro(Child)], inspect.isabstract(Child))
def here():
    return inspect.currentframe().f_code.co_name, inspect.stack()[1].function
def caller():
    return here()
print(caller(), inspect.getmodule(here).__name__, inspect.unwrap(here) is here)
