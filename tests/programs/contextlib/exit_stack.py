from contextlib import ExitStack, contextmanager, suppress


@contextmanager
def tag(name):
    print(f'<{name}>')
    try:
        yield name
    finally:
        print(f'</{name}>')


with ExitStack() as stack:
    print([stack.enter_context(tag(name)) for name in 'ab'])
    stack.callback(print, 'callback', end='!\n')

    @stack.callback
    def last_in():
        print('first out')


with ExitStack() as stack:
    stack.push(lambda *exc: print('saw', exc[0]))
    stack.enter_context(suppress(KeyError))
    raise KeyError('x')
with ExitStack() as stack:
    stack.enter_context(tag('kept'))
    kept = stack.pop_all()
print('still open')
kept.close()
try:
    with ExitStack() as stack:

        @stack.push
        def fail(*exc):
            raise ValueError('on the way out')

        raise KeyError('x')
except ValueError as error:
    print(repr(error), repr(error.__context__), error.__context__.__context__)
try:
    ExitStack().enter_context(3)
except TypeError as error:
    print(error)
with ExitStack() as stack:
    stack.enter_context(tag('last'))
    raise RuntimeError('leaves')
