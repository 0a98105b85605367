# Warnings with their line, once for each place.
import warnings

def old():
    warnings.warn('old() goes away', DeprecationWarning, stacklevel=2)

for _ in range(2):
    old()
old()
warnings.warn('plain')
warnings.warn(UserWarning('an object'))
print('after')
try:
    warnings.warn('x', int)
except TypeError as error:
    print(error)
