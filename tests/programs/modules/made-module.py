import sys
import types

made = types.ModuleType('settings', 'Made here.')
print(made, made.__name__, made.__doc__)
made.answer = 42
sys.modules['settings'] = made

import settings
from settings import answer

print(settings is made, settings.answer, answer)
for arguments in [(), (1,), ('a', 'b', 'c')]:
    try:
        types.ModuleType(*arguments)
    except TypeError as error:
        print(error)
try:
    made.missing
except AttributeError as error:
    print(error)
