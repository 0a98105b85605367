# The stack that leads here.
import sys
import traceback

def inner():
    traceback.print_stack(file=sys.stdout)
    return [frame.name for frame in traceback.extract_stack()]

def outer():
    return inner()

print(outer())
