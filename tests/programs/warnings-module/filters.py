# Filters: ignore, error, always; and catching what is warned.
import warnings

warnings.simplefilter('ignore')
warnings.warn('not seen')
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('one', RuntimeWarning)
    warnings.warn('two')
print([(str(w.message), w.category.__name__, w.lineno) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter('error', RuntimeWarning)
    try:
        warnings.warn('raised', RuntimeWarning)
    except RuntimeWarning as error:
        print('caught', error)
    warnings.warn('still ignored')
warnings.filterwarnings('default', message='shown.*')
warnings.warn('shown once')
warnings.warn('hidden')
print(warnings.formatwarning('m', UserWarning, 'f.py', 3, 'x = 1'), end='')
try:
    warnings.simplefilter('loud')
except Exception as error:
    print(type(error).__name__, error)
