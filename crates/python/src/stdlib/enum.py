class _Auto:
    def __repr__(self):
        return '_auto_null'


_AUTO = _Auto()


class auto:
    def __init__(self, value=_AUTO):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


_RESERVED = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
             '_iter_member_by_value_', '_iter_member_by_def_', '_add_alias_', '_add_value_alias_')


class EnumDict(dict):
    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignored = []
        self._generated = False
        self._cls_name = cls_name

    def __setitem__(self, key, value):
        name = self._cls_name
        if name and key.startswith(f'_{name}__') and not key.endswith('__'):
            pass
        elif _is_sunder(key):
            if key not in _RESERVED:
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
            if key == '_generate_next_value_':
                if self._generated:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._generate_next_value = getattr(value, '__func__', value)
            elif key == '_ignore_':
                self._ignored = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
        elif _is_dunder(key):
            pass
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignored:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value):
            pass
        elif isinstance(value, type) and name and value.__qualname__.endswith(f'{name}.{value.__name__}'):
            pass
        else:
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, member):
                value = value.value
            single = isinstance(value, auto)
            if single or type(value) is tuple and any(isinstance(part, auto) for part in value):
                parts = []
                for part in [value] if single else value:
                    if isinstance(part, auto):
                        if part.value is _AUTO:
                            part.value = self._generate_next_value(
                                key, 1, len(self._member_names), self._last_values[:])
                            self._generated = True
                        part = part.value
                    parts.append(part)
                value = parts[0] if single else tuple(parts)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def update(self, members, **more):
        for name, value in [*(members.items() if hasattr(members, 'keys') else members), *more.items()]:
            self[name] = value


# part: enum/metaclass.py


StrEnum = None


class property(property):
    pass


class Enum(metaclass=EnumType):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = sorted(last_values)[-1]
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None
        try:
            return last + 1
        except TypeError:
            raise TypeError(f'unable to increment {last!r}') from None

    def __new__(cls, value):
        if type(value) is cls:
            return value
        known = _find_value(cls, value)
        if known is not None:
            return known
        if not cls._member_map_:
            raise TypeError(f'{cls!r} has no members')
        found = error = None
        try:
            found = cls._missing_(value)
        except Exception as raised:
            error = raised
        if isinstance(found, cls) or Flag is not None and issubclass(cls, Flag) and isinstance(found, int) and error is None:
            return found
        invalid = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        if found is None and error is None:
            raise invalid
        if error is None:
            error = TypeError(f'error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member')
        if not isinstance(error, ValueError):
            error.__context__ = invalid
        raise error

    def __init__(self, *args, **kwds):
        pass

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        value = self._value_
        fields = getattr(self._member_type_, '__dataclass_fields__', None)
        if fields and self._member_type_.__dataclass_params__.repr:
            shown = ', '.join([f'{name}={getattr(value, name)!r}' for name, field in fields.items() if field.repr])
        else:
            shown = repr(value)
        return f'<{type(self).__name__}.{self._name_}: {shown}>'

    def __str__(self):
        return f'{type(self).__name__}.{self._name_}'

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __dir__(self):
        return sorted(['__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'])

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        return self._name_

    @name.setter
    def name(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'name'")

    @property
    def value(self):
        return self._value_

    @value.setter
    def value(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'value'")


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    def __str__(self):
        return int.__repr__(self)

    def __format__(self, format_spec):
        return int.__format__(int(self), format_spec) if format_spec else str(self)


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    def __str__(self):
        return str.__str__(self._value_)

    def __format__(self, format_spec):
        return str.__format__(self._value_, format_spec) if format_spec else str(self)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


# part: enum/flags.py


def unique(enumeration):
    duplicates = [f'{name} -> {known.name}' for name, known in enumeration.__members__.items() if name != known.name]
    if duplicates:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(duplicates)}")
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        for check in self.checks:
            if check is UNIQUE:
                aliases = [f'{alias} -> {known.name}' for alias, known in enumeration.__members__.items()
                           if alias != known.name]
                if aliases:
                    raise ValueError(f"aliases found in {enumeration!r}: {', '.join(aliases)}")
            elif check is CONTINUOUS:
                values = {known.value for known in enumeration}
                if len(values) >= 2:
                    low, high = min(values), max(values)
                    is_flag = issubclass(enumeration, Flag)
                    wanted = [1 << bit for bit in range(low.bit_length(), high.bit_length())] if is_flag \
                        else range(low + 1, high)
                    missing = [str(value) for value in wanted if value not in values]
                    if missing:
                        kind = 'Flag' if is_flag else 'enum'
                        raise ValueError(f"invalid {kind} {name!r}: missing values {', '.join(missing)}")
        return enumeration


def global_enum(cls, update_str=False):
    return cls
