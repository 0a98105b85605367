"""Records how CPython 3.13 shows tracebacks: python3.13 record.py > recorded.txt

Each case is a program, the frames of its traceback with their byte ranges, and the text CPython prints.
"""

import linecache
import traceback

PROGRAMS = {
    "binary operator": "def f(a, b):\n    return a + 1 / b\n\nf(1, 0)\n",
    "subscript": "def f(d):\n    x = d['a']['b']['c']\n\nf({'a': {'b': None}})\n",
    "call in the middle": "def g(x):\n    raise ValueError(x)\ndef f(x):\n    y = 1 + g(x) * 2\nf(3)\n",
    "returned call": "def g():\n    raise KeyError('k')\ndef f():\n    return g()\nx = f()\n",
    "returned method call": "class A:\n    def g(self):\n        return self.x\nprint(A().g())\n",
    "whole line": "def f():\n    g()\n\ndef g():\n    assert False, 'no'\nf()\n",
    "name": "x = 1\nprint(x, yy, 2)\n",
    "multi line call": "def f(*args):\n    raise ValueError('x')\n\nresult = [\n    1,\n    f(\n        1,\n        2,\n        3,\n    ),\n]\n",
    "multi line operator": "x = (\n    1 +\n    2 +\n    None\n)\n",
    "multi line middle": "x = (1 +\n     2 * [\n         3,\n         4,\n         5,\n     ] @ 7)\n",
    "method chain": "class A:\n    def b(self):\n        return self\n    def c(self):\n        return 1 // 0\nx = (A()\n     .b()\n     .c())\n",
    "recursion": "def f(n):\n    if n == 0:\n        raise ValueError('deep')\n    f(n - 1)\nf(9)\n",
    "short recursion": "def f(n):\n    if n == 0:\n        raise ValueError('deep')\n    f(n - 1)\nf(4)\n",
    "mutual recursion": "def f(n):\n    return n or g(n)\ndef g(n):\n    1 / n\nf(0)\n",
    "wide characters": "名 = 'żółć'\nprint(名 + '日本' + 1)\n",
    "accents": "é = None\nprint('é', é.x + 1)\n",
    "two character operator": "a = 'x'\nprint( (a) // 2 ** (3) )\n",
    "comment in operator": "x = (1 # plus\n     + # none\n     None)\n",
    "attribute": "x = None\nx.y.z = 1\n",
    "unpacking": "a, b = 1, 2\n(a, b), c = [1, 2]\n",
    "for loop": "for x in 5:\n    pass\n",
    "with": "with 5 as x:\n    pass\n",
    "comprehension": "print([1 / x for x in (1, 0)])\n",
    "lambda": "f = lambda x: x + None\nprint(f(1))\n",
    "class body": "class A:\n    x = 1 / 0\n",
    "decorator": "def deco(f):\n    raise TypeError('no')\n\n@deco\ndef f():\n    pass\n",
    "raise": "def f():\n    raise RuntimeError(\n        'a'\n    )\nf()\n",
    "delete": "d = {}\ndel d['k']\n",
    "compare": "print(1 < 2 < 'x')\n",
    "unary": "x = 'a'\ny = 1, -x, 2\n",
    "semicolons": "x = 0; y = 1 / x; z = 2\n",
    "tabs": "def f():\n\tx = 1; y = x + None\nf()\n",
    "augmented": "x = 1\nx += 'a'\n",
    "fstring": "x = None\nprint(f'{x + 1:>10}')\n",
    "fstring spec": "x = 'a'\nprint(f'{x:d} and more')\n",
    "keyword call": "def f(a):\n    return a\nf(1,\n  b=2)\n",
    "import": "import nosuchmodule, sys\n",
    "assignment of a call": "def f():\n    1 / 0\nx = y = f()\n",
    "nested call arguments": "def f(x):\n    return x[0]\nprint(f(f(f([[]]))))\n",
    "long call": "def f(*a):\n    1 / 0\nf(1, [\n    2,\n    3,\n    4,\n    5,\n    6,\n], 7)\n",
    "long subscript": "x = {}\nprint(x[\n    'a',\n    'b',\n    'c',\n    'd',\n])\n",
    "blank lines inside": "x = (1 +\n\n     None +\n\n\n     3)\n",
}


def offset(lines, line, column):
    return sum(len(text.encode()) for text in lines[: line - 1]) + column


def frames(source, tb):
    lines = source.splitlines(keepends=True)
    while tb is not None:
        code = tb.tb_frame.f_code
        if code.co_filename == "x.py":
            positions = list(code.co_positions())[tb.tb_lasti // 2]
            line, end_line, column, end_column = positions
            yield code.co_name, offset(lines, line, column), offset(lines, end_line, end_column)
        tb = tb.tb_next


for name, source in PROGRAMS.items():
    linecache.cache["x.py"] = (len(source), None, source.splitlines(keepends=True), "x.py")
    try:
        exec(compile(source, "x.py", "exec"), {"__name__": "__main__"})
    except Exception as error:
        tb = error.__traceback__.tb_next
        print(f"#### {name}")
        print(source, end="")
        print("---- frames")
        for frame in frames(source, tb):
            print(*frame)
        print("---- shown")
        print("".join(traceback.format_tb(tb)), end="")
