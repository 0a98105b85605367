# Bases without an order, twice, or that are no classes.
class A: pass
class B(A): pass
try:
    class C(A, B): pass
except TypeError as e: print(e)
try:
    class D(A, A): pass
except TypeError as e: print(e)
class X: pass
class Y: pass
class XY(X, Y): pass
class YX(Y, X): pass
try:
    class Z(XY, YX): pass
except TypeError as e: print(e)
try:
    class E(bool): pass
except TypeError as e: print(e)
try:
    class F(3): pass
except TypeError as e: print(e)
try:
    class G(print): pass
except TypeError as e: print(e)
