"""Records what CPython 3.13 says about common mistakes: python3.13 record.py > recorded.txt

Each case is a program between marks, then `Class line column end_line end_column message`.
"""

import warnings

warnings.simplefilter("ignore")

MISTAKES = [
    # Missing pieces.
    "if x\n    y\n", "while True\n    pass\n", "for x in y\n    pass\n", "def f()\n    pass\n", "class A\n    pass\n",
    "else:\n    pass\n", "if x:\n    y\nelse\n    z\n", "try\n    x\n", "with open(x) as f\n    pass\n", "async def f()\n    pass\n",
    "def f(:\n    pass\n", "def f(a, b:\n    pass\n", "elif x:\n    pass\n", "if x:\n    y\nelif z\n    w\n", "lambda x\n",
    "try:\n    x\n", "try:\n    x\ny = 1\n", "try:\n    x\nexcept ValueError\n    pass\n", "try:\n    x\nfinally\n    pass\n",
    "def f:\n    pass\n", "class A(:\n    pass\n", "def f(a b):\n    pass\n", "def 1f():\n    pass\n", "for x y in z:\n    pass\n",
    "async\n", "await\n", "import\n", "from x import\n", "from x\n", "import a.\n", "from . import a b\n", "del\n", "x = \n", "x = y z\n",
    "x +\n", "x = 1 +\n", "return\n", "print 'hello'\n", "print x\n", "exec 'x'\n", "raise X, 'y'\n", "x ==\n", "not\n", "a and\n",
    "while x = 1:\n    pass\n", "if x = 1:\n    pass\n", "if x == 1 y:\n    pass\n",
    # Brackets.
    "x = (1, 2\n", "x = [1, 2\ny = 3\n", "x = {1: 2\n", "print('a'\nprint('b')\n", "foo(a, b\n\ndef g():\n    pass\n", "x = )\n", "x = 1)\n",
    "x = (1]\n", "x = [1)\n", "x = {1: (2]}\n", "f(\n    a,\n    b\n    c\n)\n", "x = ((1)\n", "x = [\n    (1, 2],\n]\n", "f(a b)\n", "f(a, b c)\n", "[a b]\n",
    "{a: 1 b: 2}\n", "{a: 1, b}\n", "{1, 2: 3}\n", "(a, b c)\n", "x = [1, 2, 3\n", "asyncio.run(main()\n", "f(x for x in y, 1)\n", "f(1, x for x in y)\n",
    "x[1, 2\n", "f(**k, *a)\n", "f(a=1, b)\n", "f(**k, a)\n", "f(a=1, a=2)\n", "f(1=2)\n", "f(a.b=2)\n", "f(True=2)\n", "f(a+b=2)\n",
    # Strings.
    "x = 'abc\n", 'x = "abc\n', "x = 'abc\ny = 1\n", "x = '''abc\n", "print('it's')\n", "x = f'abc\n", "x = f'{a'\n", "x = f'{a'\ny\n", "f'{}'\n", "f'{a b}'\n",
    "f'}'\n", "f'{a!x}'\n", "f'{a!}'\n", "f'{a:{b}'\n", "f'{a'\n", "f'{*a}'\n", "f'{a=!r:^20'\n", "f'{lambda x: 1}'\n", "f'{a $ b}'\n", "f'{ }'\n", "f'{a:}}'\n",
    "f'''{a\n", "x = b'é'\n", "'\\x1'\n", "'\\u12'\n", "'\\N{foo}'\n", "b'\\x1'\n", "x = 'a' b'b'\n", "f'{a!r b}'\n", "f'{!r}'\n", "f'{:x}'\n", "f'{=}'\n", "f'{a['x']}\n",
    # Indentation.
    "if x:\ny\n", "def f():\nx = 1\n", "for x in y:\nz\n", "while x:\nz\n", "class A:\nx = 1\n", "try:\nx\nexcept:\n    pass\n", "with x:\ny\n",
    "  x = 1\n", "x = 1\n  y = 2\n", "if x:\n    y\n  z\n", "def f():\n    x\n        y\n", "if x:\n    a\nelse:\nb\n", "if x:\n\ty\n        z\n", "if x:\n        y\n\tz\n",
    "def f():\n", "if x:\n", "class A:\n    def f(self):\n\n    x = 1\n", "async def f():\nawait x\n", "if x:\n    a\nelif y:\nb\n", "try:\n    a\nexcept X:\nb\n",
    "try:\n    a\nfinally:\nb\n", "try:\n    a\nexcept X as e:\nb\n", "for x in y:\n    pass\nelse:\nz\n", "while x:\n    pass\nelse:\nz\n", "def f():\n    if x:\n    y\n", "if x: # c\n# c\ny\n", "async with x:\ny\n", "async for x in y:\nz\n", "match x:\ncase 1:\n    pass\n",
    # Assignments.
    "1 = x\n", "f() = x\n", "'a' = x\n", "a + b = x\n", "None = 1\n", "True = 1\n", "(a, 1) = x\n", "[a, f()] = x\n", "x = 1 = y\n", "a if b else c = 1\n", "-x = 1\n",
    "x + 1 += 2\n", "f() += 1\n", "(a, b) += 1\n", "[a] += 1\n", "1 += 1\n", "for 1 in x:\n    pass\n", "for f() in x:\n    pass\n", "with x as 1:\n    pass\n", "with x as f():\n    pass\n",
    "del 1\n", "del f()\n", "del a + b\n", "del (a, 1)\n", "*a = 1\n", "a, *b, *c = x\n", "x: int: str\n", "(a, b): int\n", "1: int\n", "f(): int = 1\n", "[a]: int = 1\n", "(x := 1) = 2\n", "(1 := 2)\n", "(a.b := 2)\n", "x := 1\n", "f'{a}' = 1\n", "... = 1\n", "lambda: x = 1\n", "a < b = 1\n", "a and b = 1\n", "not a = 1\n", "{} = 1\n", "{a} = 1\n", "[x for x in y] = 1\n", "(x for x in y) = 1\n", "await x = 1\n", "__debug__ = 1\n", "def f(None): pass\n", "import a as None\n", "x.None = 1\n", "class None: pass\n", "def True(): pass\n", "(yield) = 1\n", "*a, = 1; *b\n", "x = *a\n", "print(*)\n", "f(*, a)\n", "del *a\n", "return *a\n", "a = b = 1 = 2\n", "a, b += 1\n", "x = = 1\n", "x === 1\n", "x <> y\n", "x ? y\n", "x $ y\n", "x++\n", "x--\n", "x = 1 2\n", "!x\n", "x && y\n", "x || y\n", "x = @\n",
    # Functions.
    "def f(a, a): pass\n", "def f(a=1, b): pass\n", "def f(*): pass\n", "def f(*, **k): pass\n", "def f(**k, a): pass\n", "def f(*a, *b): pass\n", "def f(a, /, b, /): pass\n", "def f(/): pass\n", "def f(*a=1): pass\n", "def f(**a=1): pass\n", "def f(a.b): pass\n", "def f(1): pass\n", "def f((a, b)): pass\n", "lambda a, a: 1\n", "lambda a=1, b: 1\n", "lambda *: 1\n", "def f(a, *, b, *c): pass\n", "def f(*, /): pass\n", "def f(**k, *a): pass\n", "def f(a,, b): pass\n", "f(a,, b)\n", "def f() -> : pass\n", "def f(a:): pass\n", "def f(a=): pass\n", "f(a=)\n", "f(a=, b=1)\n",
    # Statements where they may not be.
    "return 1\n", "yield 1\n", "await x\n", "break\n", "continue\n", "class A:\n    return 1\n", "if x:\n    break\n", "def f():\n    await x\n", "def f():\n    async with x: pass\n", "def f():\n    async for x in y: pass\n", "async with x: pass\n", "async for x in y: pass\n", "def f():\n    [x async for x in y]\n", "[await x for x in y]\n", "def f():\n    return [await x for x in y]\n", "async def f():\n    yield 1\n    return 1\n", "async def f():\n    yield from x\n", "class A:\n    yield 1\n", "lambda: await x\n", "for x in y:\n    def f():\n        break\n", "while x:\n    class A:\n        continue\n", "[(yield x) for x in y]\n", "((yield x) for x in y)\n", "def f():\n    [(yield x) for x in y]\n", "yield from x\n", "class A:\n    await x\n", "x = await y\n", "def f():\n    x = [1 for a in await b]\n",
    "def f():\n    x = 1\n    global x\n", "def f():\n    print(x)\n    global x\n", "def f(x):\n    global x\n", "nonlocal x\n", "def f():\n    nonlocal x\n", "def f():\n    x = 1\n    def g():\n        x = 2\n        nonlocal x\n", "def f():\n    x = 1\n    def g():\n        nonlocal x\n        global x\n", "def f(x):\n    nonlocal x\n", "def f():\n    x: int\n    global x\n", "def f():\n    global x\n    x: int = 1\n", "x = 1\nglobal x\n", "def f():\n    from x import *\n", "class A:\n    from x import *\n",
    "[x := 1 for x in y]\n", "[y for y in (x := z)]\n", "class A:\n    [x := 1 for y in z]\n", "[x for x in y for z in (a := b)]\n", "[[(j := 0) for i in x] for j in y]\n",
    "try:\n    x\nexcept:\n    y\nexcept X:\n    z\n", "try:\n    x\nexcept X:\n    y\nexcept* Y:\n    z\n", "try:\n    x\nelse:\n    y\n", "try:\n    x\nexcept X, Y:\n    z\n", "try:\n    x\nexcept X as 1:\n    z\n", "try:\n    x\nexcept X, Y as e:\n    z\n", "try:\n    x\nexcept* :\n    z\n",
    "from __future__ import nope\n", "x = 1\nfrom __future__ import annotations\n", "from . import *\nimport a as b.c\n", "import a as b.c\n", "from a import b as 1\n", "from a import (b, c\n", "from a import b,\n", "from a import (b\n", "from a import ()\n", "import a, \n", "import * from x\n", "from x import a, *\n", "import a from b\n",
    # Numbers.
    "1a\n", "0x\n", "0b2\n", "0o8\n", "012\n", "1__0\n", "1_\n", "1e\n", "1.e+\n", "0777\n", "1.2.3\n", "12abc\n", "0xg\n", "1_000_\n", "00001\n", "1if x else 2\n",
    # Characters.
    "x = “abc”\n", "x = 1 – 2\n", "x = €\n", "x = 1\u00a0+ 2\n", "x\\y\n", "x = \\\n", "x = 1 \\ \n", "\u200bx\n", "print(“hi”)\n", "’x’\n",
    # Comprehensions and displays.
    "[x, y for x in z]\n", "{x, y for x in z}\n", "[*x for x in y]\n", "{**x for x in y}\n", "{*x: 1}\n", "{**x: 1}\n", "[for x in y]\n", "[x for x]\n", "[x for x in]\n", "[x for x in y if]\n", "[x in y for]\n", "{x: for x in y}\n", "{x: 1 for x in y, 2}\n", "{x: *a}\n", "(x, y for x in z)\n", "[x for 1 in y]\n", "[x for f() in y]\n", "{1:}\n", "{1:, 2}\n", "{:1}\n", "x[]\n", "x[1:2:3:4]\n", "x[*a:1]\n", "[x if y for z in w]\n", "[x for x in y else z]\n", "a if b\n", "a if b else\n", "x = a if b else pass\n", "x = pass\n", "x = return\n", "x = if\n", "class = 1\n", "def = 1\n", "for = 1\n", "print(class)\n", "f(if)\n", "lambda: pass\n", "x.if\n", "x.1\n", "x..y\n", "x.\n", ".x\n", "with:\n    pass\n", "with x as:\n    pass\n", "with x,:\n    pass\n", "with (x as y, z as w:\n    pass\n", "with x as y as z:\n    pass\n", "assert\n", "assert x,\n", "assert (x, y) z\n", "raise from x\n", "raise x from\n", "global\n", "global x.y\n", "global x, \n", "pass x\n", "break x\n", "pass; ; x\n", ";\n", "x;;y\n", "@\ndef f(): pass\n", "@x\n", "@x\ny = 1\n", "if x: if y: z\n", "if x: pass else: y\n", "x = 1 if y: pass\n", "for x in y: for z in w: pass\n", "while x: pass y\n", "def f(): class A: pass\n", "x = 1; if y: z\n", "async x\n", "async def\n", "async lambda: 1\n", "await = 1\n", "async = 1\n", "def f(await): pass\n", "async def f(): await\n", "async def f():\n    x = await\n", "async def f():\n    await = 1\n", "async def f():\n    asyncio.sleep(1\n    print(2)\n", "async def f():\n    await asyncio.gather(a(), b()\n\nasyncio.run(f())\n",
]


def main():
    for source in MISTAKES:
        try:
            compile(source, "x.py", "exec")
        except SyntaxError as error:
            print("<<<<")
            print(source, end="" if source.endswith("\n") else "\n")
            print(">>>>")
            name = type(error).__name__
            print(name, error.lineno, error.offset, error.end_lineno, error.end_offset, error.msg)


main()
