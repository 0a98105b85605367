"""Makes a program smaller while something remains true of it.

It knows of Python only that a block is what is indented under a line, and which lines continue a statement.
"""

import itertools
import re

CONTINUES = ("except", "finally:", "else:", "elif ")

# One text for another, tried at every place: what stays after that is needed.
SIMPLER = (
    (r", return_exceptions=True", ""),
    (r", return_when=[\w.]+", ""),
    (r", timeout=[\d.]+", ""),
    (r"repr\(error\), .*\)", "repr(error))"),
    (r"except \w+(\.\w+)? as", "except BaseException as"),
    (r"\b0?\.\d+\b|\b[12]\b", "0"),
    (r"\b0?\.\d+\b", "1"),
    (r'cancel\("\w+"\)', "cancel()"),
    (r'log\("[\w ]+", (await .*)\)$', r"\1"),
    (r"asyncio\.(?:wait_for|shield|gather)\(([^,]+)(?:, .*)?\)", r"\1"),
)


class Statement:
    """A line and its block, with the clauses that follow it (`except`, `else`, ...) as `rest`."""

    def __init__(self, line, block, rest=()):
        self.line, self.block, self.rest = line, block, list(rest)

    def lines(self, depth):
        yield "    " * depth + self.line
        if self.line.endswith(":"):
            yield from text_lines(self.block, depth + 1)
        for clause in self.rest:
            yield from clause.lines(depth)


def text_lines(block, depth):
    if not block and depth:
        yield "    " * depth + "pass"
    for statement in block:
        yield from statement.lines(depth)


def parse(lines):
    """The statements of lines that are all at least as deep as the first."""
    block = []
    while lines:
        end = 1
        depth = indentation(lines[0])
        while end < len(lines) and indentation(lines[end]) > depth:
            end += 1
        statement = Statement(lines[0].strip(), parse(lines[1:end]))
        if block and statement.line.startswith(CONTINUES):
            block[-1].rest.append(statement)
        else:
            block.append(statement)
        lines = lines[end:]
    return block


def indentation(line):
    return len(line) - len(line.lstrip())


def render(block):
    """The program, with blank lines where they belong."""
    text, previous = [], None
    for statement in block:
        lines = list(statement.lines(0))
        if previous is not None and (len(lines) > 1 or previous > 1):
            text += ["", ""]
        elif previous is not None and not lines[0].startswith("import") and text[-1].startswith("import"):
            text.append("")
        text += lines
        previous = len(lines)
    return "\n".join(text) + "\n"


def shrink(source, holds):
    """The smallest program that was found for which `holds(source)`, as it does for the source."""
    best = list(text_lines(parse([line for line in source.splitlines() if line.strip()]), 0))
    if not holds(render(parse(best))):
        return source
    tried, before = set(), None
    while best != before:
        before = best
        for edits in (deletions, unwrappings, simplifications):
            number = 0
            # An edit that holds changes the numbers of those after it: go on at the same one.
            while (candidate := nth(edits(best), number)) is not None:
                key = "\n".join(candidate)
                if len(candidate) <= len(best) and key not in tried and holds(render(parse(candidate))):
                    best = candidate
                else:
                    number += 1
                tried.add(key)
    return render(parse(best))


def nth(edits, number):
    return next(itertools.islice(edits, number, None), None)


def deletions(lines):
    """Programs without some statements that follow each other: large runs first, as bisection would."""
    lengths = [len(block) for block in blocks(parse(lines))]
    for size in (16, 8, 4, 2, 1):
        for number, length in enumerate(lengths):
            # From the end: what comes first is needed most.
            for start in reversed(range(0, length, size)):
                if length >= size:
                    yield edited(lines, number, lambda block: delete(block, start, size))


def unwrappings(lines):
    """Programs with a block in the place of its statement, or without a clause."""
    for number, block in enumerate(blocks(parse(lines))):
        for at, statement in enumerate(block):
            for part in range(1 + len(statement.rest)):
                if not statement.line.endswith(":"):
                    continue
                yield edited(lines, number, lambda block: unwrap(block, at, part))
                if part:
                    yield edited(lines, number, lambda block: block[at].rest.pop(part - 1))


def simplifications(lines):
    """Programs with one thing in a line made simpler."""
    for at, line in enumerate(lines):
        for pattern, simpler in SIMPLER:
            for match in re.finditer(pattern, line):
                changed = line[: match.start()] + match.expand(simpler) + line[match.end() :]
                if changed != line:
                    yield [*lines[:at], changed, *lines[at + 1 :]]


def edited(lines, number, edit):
    """The program with one block changed."""
    program = parse(lines)
    edit(blocks(program)[number])
    return list(text_lines(program, 0))


def delete(block, start, size):
    del block[start : start + size]


def unwrap(block, at, part):
    """Puts one clause's block in the place of the whole statement."""
    statement = block[at]
    if statement.line.startswith(("async def", "def")):
        return
    block[at : at + 1] = [statement, *statement.rest][part].block


def blocks(program):
    """Every block of the program, the outer ones first."""
    found = [program]
    for statement in program:
        for clause in (statement, *statement.rest):
            if clause.line.endswith(":"):
                found += blocks(clause.block)
    return found
