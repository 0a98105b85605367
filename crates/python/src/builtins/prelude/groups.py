# Exception groups taken apart, and `except*`: the program's predicates and `derive` are called here.

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
