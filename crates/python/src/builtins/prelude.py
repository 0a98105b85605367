# The part of the builtins that calls back into the program. Natives end with a call of one of these, so that
# the machine can suspend in the middle, and nothing recurses in Rust. These frames are hidden from tracebacks.
#
# Functions named like a builtin take fixed arguments: they shadow the builtin in this file. Generator functions named
# like a builtin iterator make objects of that type.

from _builtins import (
    checked_len, copy_metadata, exceptions_in, list_swap, matches_type, read_line, same_metadata, sort_by_keys, sum_items,
    type_name, wait_for_input, write, write_error,
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
            try:
                items = [item for item in pair]
            except TypeError:
                raise TypeError(
                    f"cannot convert dictionary update sequence element #{position} to a sequence") from None
            if len(items) != 2:
                raise ValueError(f"dictionary update sequence element #{position} has length {len(items)}; "
                                 "2 is required")
            target[items[0]] = items[1]
            position += 1
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


# Exception groups.

def group_part(error, matches, condition, with_rest):
    # What matches of an exception or a group, and the rest.
    if matches(error, condition):
        return error, None
    inner = exceptions_in(error)
    if inner is None:
        return None, error
    taken, left = [], []
    for one in inner:
        match, rest = group_part(one, matches, condition, with_rest)
        if match is not None:
            taken.append(match)
        if with_rest and rest is not None:
            left.append(rest)
    return group_subset(error, taken), group_subset(error, left)


def group_subset(group, errors):
    if not errors:
        return None
    part = group.derive(errors)
    if exceptions_in(part) is None:
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    copy_metadata(group, part)
    return part


def matches_predicate(error, predicate):
    return predicate(error)


def group_split(group, condition, by_type):
    return group_part(group, matches_type if by_type else matches_predicate, condition, True)


def group_subgroup(group, condition, by_type):
    return group_part(group, matches_type if by_type else matches_predicate, condition, False)[0]


def except_star(group, types):
    pair = group.split(types)
    if not isinstance(pair, _tuple):
        raise TypeError(f"{type_name(group)}.split must return a tuple, not {type_name(pair)}")
    if len(pair) < 2:
        raise TypeError(f"{type_name(group)}.split must return a 2-tuple, got tuple of size {len(pair)}")
    return pair[0], pair[1]


def is_leaf_of(error, leaves):
    return exceptions_in(error) is None and id(error) in leaves


def leaves_of(errors, leaves):
    for error in errors:
        inner = exceptions_in(error)
        if inner is None:
            leaves.add(id(error))
        else:
            leaves_of(inner, leaves)


def after_except_star(group, errors):
    raised, again = [], []
    for error in errors:
        if same_metadata(error, group):
            again.append(error)
        else:
            raised.append(error)
    leaves = {None}
    leaves_of(again, leaves)
    rest, _ = group_part(group, is_leaf_of, leaves, False)
    if not raised:
        return rest
    if rest is not None:
        raised.append(rest)
    if len(raised) > 1:
        return BaseExceptionGroup("", raised)
    return raised[0]


# Patterns.

def match_keys(subject, keys):
    values = []
    for key in keys:
        value = subject.get(key, _END)
        if value is _END:
            return None
        values.append(value)
    return (*values,)


def match_rest(subject, keys):
    rest = {key: subject[key] for key in subject.keys()}
    for key in keys:
        del rest[key]
    return rest


def match_class(subject, cls, count, names):
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a class")
    if not isinstance(subject, cls):
        return None
    values, wanted = [], []
    if count:
        positional = getattr(cls, "__match_args__", None)
        if positional is None:
            whole = issubclass(cls, _MATCHED_WHOLE)
            most = 1 if whole else 0
        else:
            if not isinstance(positional, _tuple):
                raise TypeError(f"{cls.__name__}.__match_args__ must be a tuple (got {type_name(positional)})")
            whole, most = False, len(positional)
        if count > most:
            plural = "" if most == 1 else "s"
            raise TypeError(f"{cls.__name__}() accepts {most} positional sub-pattern{plural} ({count} given)")
        if whole:
            values.append(subject)
        else:
            for name in positional[:count]:
                if not isinstance(name, str):
                    raise TypeError(f"__match_args__ elements must be strings (got {type_name(name)})")
                wanted.append(name)
    wanted.extend(names)
    for position, name in enumerate(wanted, 0):
        if name in wanted[:position]:
            raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
        try:
            values.append(getattr(subject, name))
        except AttributeError:
            return None
    return (*values,)


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
    # Handed over in portions: native addition of floats keeps what rounding loses within one portion, which covers
    # the sums that programs print.
    items = []
    for item in iterable:
        items.append(item)
        if len(items) == 100_000:
            start = sum_items(items, start)
    return sum_items(items, start)


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

def len_of(method):
    return checked_len(method())


def shown(method, name):
    text = method()
    if not isinstance(text, str):
        raise TypeError(f"{name} returned non-string (type {type_name(text)})")
    return text


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
