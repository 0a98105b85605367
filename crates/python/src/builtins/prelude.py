# The part of the builtins that calls back into the program. Natives end with a call of one of these, so that
# the machine can suspend in the middle, and nothing recurses in Rust. These frames are hidden from tracebacks.
#
# Functions named like a builtin take fixed arguments: they shadow the builtin in this file. Generator functions named
# like a builtin iterator make objects of that type.

from _builtins import (
    copy_metadata, exceptions_in, list_swap, matches_type, read_line, same_metadata, set_pair, sort_by_keys,
    sum_add, sum_of, sum_value, type_name, wait_for_input, write, write_error,
)

_END = object()
_frozenset = frozenset
_tuple = tuple
_MATCHED_WHOLE = (bool, bytes, dict, float, frozenset, int, list, set, str, tuple)


# Items of any iterable.

def to_list(iterable):
    return [item for item in iterable]


def list(iterable):
    return [item for item in iterable]


def tuple(iterable):
    items = [item for item in iterable]
    return (*items,)


def set(iterable):
    return {item for item in iterable}


def frozenset(iterable):
    return _frozenset({item for item in iterable})


def unpack(iterable, count):
    # One more than is wanted tells that there are too many; the machine makes the message.
    items = []
    if count == 0:
        for item in iterable:
            items.append(item)
            break
        return items
    for item in iterable:
        items.append(item)
        if len(items) > count:
            break
    return items


def to_dict(mapping):
    return {key: mapping[key] for key in mapping.keys()}


def list_extend(target, iterable):
    for item in iterable:
        target.append(item)


def list_init(target, iterable):
    target.clear()
    for item in iterable:
        target.append(item)


def set_update(target, iterable):
    for item in iterable:
        target.add(item)


def list_iadd(target, iterable):
    for item in iterable:
        target.append(item)
    return target


def dict_fromkeys(target, iterable, value):
    for key in iterable:
        target[key] = value
    return target


def dict_update(target, source, keywords=(), result=None):
    if hasattr(source, 'keys'):
        for key in source.keys():
            target[key] = source[key]
    else:
        position = 0
        for pair in source:
            position += 1
            if set_pair(target, pair):
                continue
            try:
                items = [item for item in pair]
            except TypeError:
                raise TypeError(
                    f"cannot convert dictionary update sequence element #{position - 1} to a sequence") from None
            if len(items) != 2:
                raise ValueError(f"dictionary update sequence element #{position - 1} has length {len(items)}; "
                                 "2 is required")
            target[items[0]] = items[1]
    for key in keywords:
        target[key] = keywords[key]
    return result


def dict_ior(target, source):
    return dict_update(target, source, {}, target)


def str_join(separator, iterable):
    return separator.join([item for item in iterable])


# Iterators.

def enumerate(iterable, start):
    for item in iterable:
        yield start, item
        start += 1


def map(function, iterables):
    if len(iterables) == 1:
        for item in iterables[0]:
            yield function(item)
    else:
        for items in zip(iterables, False):
            yield function(*items)


def filter(function, iterable):
    if function is None:
        for item in iterable:
            if item:
                yield item
    else:
        for item in iterable:
            if function(item):
                yield item


def zip(iterables, strict):
    iterators = [iter(iterable) for iterable in iterables]
    if not iterators:
        return
    while True:
        items = []
        for iterator in iterators:
            item = next(iterator, _END)
            if item is _END:
                break
            items.append(item)
        else:
            yield (*items,)
            continue
        if not strict:
            return
        ended = len(items)
        if ended:
            before = "argument 1" if ended == 1 else f"arguments 1-{ended}"
            raise ValueError(f"zip() argument {ended + 1} is shorter than {before}")
        for position in range(1, len(iterators)):
            if next(iterators[position], _END) is not _END:
                before = "argument 1" if position == 1 else f"arguments 1-{position}"
                raise ValueError(f"zip() argument {position + 1} is longer than {before}")
        return


def reversed(sequence):
    for position in range(len(sequence) - 1, -1, -1):
        yield sequence[position]


def iterator(sequence):
    position = 0
    while True:
        try:
            item = sequence[position]
        except (IndexError, StopIteration):
            return
        yield item
        position += 1


def callable_iterator(function, sentinel):
    while True:
        value = function()
        if value == sentinel:
            return
        yield value


def callable_iter(function, sentinel):
    return callable_iterator(function, sentinel)


def next_or(iterator, default):
    try:
        return next(iterator)
    except StopIteration:
        return default


# part: prelude/groups.py
# part: prelude/matching.py


# Asynchronous iterators.

async def anext_awaitable(step, default):
    try:
        return await step
    except StopAsyncIteration:
        return default


def anext_or_of(iterator, default):
    return anext_awaitable(anext(iterator), default)


def close_step(step, exit):
    try:
        step.throw(exit)
    except (StopIteration, StopAsyncIteration, GeneratorExit):
        return
    raise RuntimeError("coroutine ignored GeneratorExit")


# Over items.

def all(iterable):
    for item in iterable:
        if not item:
            return False
    return True


def any(iterable):
    for item in iterable:
        if item:
            return True
    return False


def sum(iterable, start):
    total = sum_of(start)
    items = iter(iterable)
    for item in items:
        if sum_add(total, item):
            return sum_rest(sum_value(total), item, items)
    return sum_value(total)


def sum_rest(total, item, rest):
    total = total + item
    for item in rest:
        total = total + item
    return total


def max(iterable, key, has_default, default):
    best = _END
    for item in iterable:
        value = item if key is None else key(item)
        if best is _END or value > best_value:
            best, best_value = item, value
    if best is not _END:
        return best
    if has_default:
        return default
    raise ValueError("max() iterable argument is empty")


def min(iterable, key, has_default, default):
    best = _END
    for item in iterable:
        value = item if key is None else key(item)
        if best is _END or value < best_value:
            best, best_value = item, value
    if best is not _END:
        return best
    if has_default:
        return default
    raise ValueError("min() iterable argument is empty")


def sorted(iterable, key, reverse):
    items = [item for item in iterable]
    keys = items.copy() if key is None else [key(item) for item in items]
    sort_by_keys(items, keys, reverse)
    return items


def list_sort(target, items, key, reverse):
    # The target is empty meanwhile; what the key function adds to it is noticed and lost.
    try:
        keys = [key(item) for item in items]
        sort_by_keys(items, keys, reverse)
    finally:
        untouched = list_swap(target, items)
    if not untouched:
        raise ValueError("list modified during sort")


# Results of special methods.

def formatted(method, spec):
    text = method(spec)
    if not isinstance(text, str):
        raise TypeError(f"__format__ must return a str, not {type_name(text)}")
    return text


def int_of(method, name):
    number = method()
    if not isinstance(number, int):
        raise TypeError(f"{name} returned non-int (type {type_name(number)})")
    return int(number)


def float_of(method, name):
    number = method()
    if name == '__index__':
        return float(number)
    if not isinstance(number, float):
        raise TypeError(f"{method.__self__.__class__.__name__}.__float__ returned non-float "
                        f"(type {type_name(number)})")
    return number


def input_line(prompt):
    line = None
    while line is None:
        wait_for_input()
        line = read_line(prompt)
    return line


def run_module(module):
    import asyncio
    asyncio.run(module())


def print_to(values, separator, end, file, flush):
    parts = [str(value) for value in values]
    if file is None or file is False:
        write(separator.join(parts) + end)
        return
    if file is True:
        write_error(separator.join(parts) + end)
        return
    # A program's own file sees each part.
    first = True
    for part in parts:
        if not first:
            file.write(separator)
        first = False
        file.write(part)
    file.write(end)
    if flush:
        file.flush()


# Operators.

def contains(container, item):
    for other in container:
        if other is item or other == item:
            return True
    return False


def sequence_iter(sequence):
    return iterator(sequence)
