# Annotations are evaluated in classes and modules, not for locals.
class A:
    x: int = 3
    y: str
    z: "list[int]"
print(A.__annotations__, hasattr(A, "y"))
v: int = 3
w: "foo"
print(__annotations__)
def f():
    q: undefined_name = 3
    return q
print(f())
try:
    r: undefined2 = 1
except NameError as e: print(e)
class B: pass
print(B.__annotations__)
