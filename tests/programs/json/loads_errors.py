# Mistakes, with their places.
import json

texts = ['', ' ', '{', '[', '[1', '[1,', '[1,]', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{'a':1}", '{a:1}', '"abc', '"a\nb"', '"\\x"', '"\\u12"', 'nul', 'tru',
         '[1 2]', '{"a" 1}', '1 2', '[1]\n x', '01', '-', '1.', '.5', '+1', '{"é": nope}', '[1,,2]', '\ufeff1', '"\\', '"\\u', '{"a":1 "b":2}', '[\n1,\n 2,\n]']
for text in texts:
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), '|', error, error.pos, error.lineno, error.colno)
try:
    json.loads(5)
except TypeError as error:
    print(error)
print(json.JSONDecodeError.__mro__[1].__name__, repr(json.JSONDecodeError('m', 'doc', 1)))
