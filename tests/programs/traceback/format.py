# Tracebacks as text.
import traceback
import sys

def inner(n):
    return 10 / n

def outer():
    return inner(0)

try:
    outer()
except ZeroDivisionError as error:
    print(traceback.format_exc(), end='')
    print(''.join(traceback.format_exception(error)) == traceback.format_exc())
    print(traceback.format_exception_only(error), traceback.format_exception_only(type(error), error))
    print(''.join(traceback.format_tb(error.__traceback__)), end='')
    for frame in traceback.extract_tb(error.__traceback__):
        print(frame.lineno, frame.name, frame.line, frame.filename.endswith('.py'))
    traceback.print_exc(file=sys.stdout)
    traceback.print_exception(error, limit=1, file=sys.stdout)
    print(error.__traceback__.tb_lineno, error.__traceback__.tb_next.tb_frame.f_code.co_name)
print(traceback.format_exc())
