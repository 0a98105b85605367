# Causes and contexts.
import sys
import traceback

try:
    try:
        {}['k']
    except KeyError as error:
        raise ValueError('bad') from error
except ValueError as error:
    error.add_note('a note')
    print(''.join(traceback.format_exception(error)), end='')
    print(''.join(traceback.format_exception(error, chain=False)), end='')
    shown = traceback.TracebackException.from_exception(error)
    print(shown, len(list(shown.format())) > 3, len(shown.stack), shown.__cause__)
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
except ExceptionGroup as group:
    traceback.print_exception(group, file=sys.stdout)
