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


def _data_type(bases):
    # The class other than Enum that members are of.
    found = set()
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    found.add(base._member_type_)
                    break
            elif '__new__' in base.__dict__ or base.__module__ == 'builtins' or '__dataclass_fields__' in base.__dict__:
                found.add(candidate or base)
                break
            else:
                candidate = candidate or base
    if len(found) > 1:
        raise TypeError(f'too many data types: {found!r}')
    return found.pop() if found else object


_ONCE = '__new_member__'


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_extended(cls, bases)
        namespace = EnumDict(cls)
        if bases:
            first = bases[-1]
            namespace._generate_next_value = getattr(first, '_generate_next_value_', None)
        return namespace

    @classmethod
    def _check_extended(metacls, name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f'<enum {name!r}> cannot extend {base!r}')

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if not bases or not any(isinstance(base, EnumType) for base in bases):
            made = super().__new__(metacls, cls, bases, dict(classdict), **kwds)
            made._member_names_, made._member_map_, made._value2member_map_ = [], {}, {}
            made._member_type_ = object
            return made
        member_type = _data_type(bases)
        first = bases[-1]
        own_new = classdict.get('__new__')
        order = classdict.get('_order_')
        if 'mro' in classdict._member_names:
            raise ValueError("invalid enum member name(s) 'mro'")
        namespace = {name: value for name, value in classdict.items()
                     if name not in classdict._member_names and name not in ('__new__', '_ignore_', '_order_')
                     and name not in classdict._ignored}
        for name in ('_member_names_', '_unhashable_values_'):
            namespace[name] = []
        namespace['_member_map_'], namespace['_value2member_map_'] = {}, {}
        namespace['_member_type_'] = member_type
        if '_generate_next_value_' in namespace and not isinstance(namespace['_generate_next_value_'], staticmethod):
            namespace['_generate_next_value_'] = staticmethod(namespace['_generate_next_value_'])
        is_flag = Flag is not None and any(issubclass(base, Flag) for base in bases)
        if is_flag:
            namespace['_boundary_'] = boundary or getattr(first, '_boundary_', None)
            namespace['_flag_mask_'] = namespace['_singles_mask_'] = namespace['_all_bits_'] = 0
        if own_new is not None:
            namespace[_ONCE] = own_new
        namespace['__new__'] = staticmethod(Enum.__new__)
        made = super().__new__(metacls, cls, bases, namespace, **kwds)
        # What a mixed-in type says of repr, str and format goes before what Enum says.
        if member_type is not object and not any(issubclass(base, ReprEnum) for base in bases if ReprEnum):
            if '__format__' not in namespace:
                made.__format__ = Enum.__format__ if Flag is None or not is_flag else Flag.__format__
            if '__str__' not in namespace:
                for base in made.__mro__[1:]:
                    if '__str__' in base.__dict__ and isinstance(base, EnumType):
                        made.__str__ = base.__dict__['__str__']
                        break
        if ReprEnum is not None and '__repr__' not in namespace and member_type is not object:
            for base in made.__mro__[1:]:
                if '__repr__' in base.__dict__:
                    if not isinstance(base, EnumType) and not hasattr(base, '__dataclass_fields__') \
                            and base.__module__ != 'builtins':
                        break
                    if isinstance(base, EnumType):
                        made.__repr__ = base.__dict__['__repr__']
                        break
        if ReprEnum is not None and ReprEnum in bases:
            if '__format__' not in namespace:
                made.__format__ = member_type.__format__
            if '__str__' not in namespace:
                made.__str__ = lambda self: str(self._value_)
        new = getattr(made, _ONCE, None)
        for name in classdict._member_names:
            _add_member(made, name, classdict[name], member_type, new, is_flag)
        if order is not None:
            order = order.replace(',', ' ').split() if isinstance(order, str) else [*order]
            order = [name for name in order if name not in made._member_map_ or name in made._member_names_]
            if order != made._member_names_:
                raise TypeError(f'member order does not match _order_:\n  {made._member_names_!r}\n  {order!r}')
        return made

    def __init__(cls, *args, **kwds):
        pass

    def __call__(cls, value=_AUTO, names=_AUTO, *more, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_ or names is _AUTO and not more:
            if value is _AUTO:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
            if names is not _AUTO:
                value = value, names, *more
            return cls.__new__(cls, value)
        return cls._create(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def _create(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for count, name in enumerate(names):
                value = namespace._generate_next_value(name, start, count, values[:])
                values.append(value)
                namespace[name] = value
        else:
            for item in names.items() if hasattr(names, 'items') else names:
                name, value = item
                namespace[name] = value
        namespace['__module__'] = '__main__' if module is None else module
        if qualname is not None:
            namespace['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_ or isinstance(cls(value), cls)
        except TypeError:
            return any(known._value_ == value for known in cls)
        except ValueError:
            return False

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @property
    def __members__(cls):
        return type(type.__dict__)(cls._member_map_)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return f'<{kind} {cls.__name__!r}>'

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    def __dir__(cls):
        return sorted(['__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__', '__len__',
                       '__members__', '__module__', '__name__', '__qualname__', *cls._member_names_])


EnumMeta = EnumType
Flag = ReprEnum = None


def _find_value(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for known in cls._member_map_.values():
            if known._value_ == value:
                return known
    return None


def _add_member(cls, name, value, member_type, new, is_flag):
    args = value if type(value) is tuple else (value,)
    if member_type is tuple:
        args = args,
    if new is not None:
        made = new(cls, *args)
    elif member_type is object:
        made = object.__new__(cls)
    else:
        made = member_type.__new__(cls, *args)
    if not hasattr(made, '_value_'):
        if member_type is object:
            made._value_ = value
        else:
            try:
                made._value_ = member_type(*args)
            except Exception as error:
                raise TypeError('_value_ not set in __new__, unable to create it') from error
    value = made._value_
    if StrEnum is not None and issubclass(cls, StrEnum) and not isinstance(value, str):
        raise TypeError(f'{value!r} is not a string')
    made._name_ = name
    made.__objclass__ = cls
    made.__init__(*args)
    known = _find_value(cls, value)
    if known is not None:
        made = known
    else:
        made._sort_order_ = len(cls._member_names_)
        if not is_flag or not isinstance(value, int) or value > 0 and not value & (value - 1):
            cls._member_names_.append(name)
        if is_flag and isinstance(value, int):
            cls._all_bits_ = (1 << max(cls._all_bits_, abs(value)).bit_length()) - 1
            if value >= 0:
                cls._flag_mask_ |= value
                if value and not value & (value - 1):
                    cls._singles_mask_ |= value
        try:
            cls._value2member_map_[value] = made
        except TypeError:
            cls._unhashable_values_.append(value)
    type.__setattr__(cls, name, made)
    cls._member_map_[name] = made


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


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 1 << last.bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {last!r}') from None

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask, singles, bits = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        negative = value if value < 0 else None
        if not ~bits <= value <= bits or value & (bits ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {_bin(value, width)}\n'
                                 f'  allowed {_bin(mask, width)}')
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(bits + 1, 1 << value.bit_length()) + value
        if value < 0:
            value = bits + 1 + value if cls._boundary_ is KEEP else mask & value
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        made._value_ = value
        made.__objclass__ = cls
        names = [single._name_ for single in cls if single._value_ & value]
        unknown = value & ~singles
        if names or not value:
            if unknown & ~mask:
                names.append(str(unknown))
            made._name_ = '|'.join(names) or None
        else:
            made._name_ = None
        cls._value2member_map_[value] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                            f'{type(self).__qualname__!r}')
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        value = self._value_
        return (single for single in type(self) if single._value_ & value)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        name = type(self).__name__
        if self._name_ is None:
            return f'<{name}: {self._value_!r}>'
        return f'<{name}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        name = type(self).__name__
        if self._name_ is None:
            return f'{name}({self._value_!r})'
        return f'{name}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _other(self, other):
        if isinstance(other, type(self)):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ ^ value)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return type(self)(~self._value_)
        return type(self)(self._singles_mask_ & ~self._value_)


Flag._boundary_ = STRICT
Flag._flag_mask_ = Flag._singles_mask_ = Flag._all_bits_ = 0


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    def __str__(self):
        return int.__repr__(self)
    __repr__ = Flag.__repr__
    __or__, __and__, __xor__, __invert__ = Flag.__or__, Flag.__and__, Flag.__xor__, Flag.__invert__
    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__
    __iter__, __len__, __bool__ = Flag.__iter__, Flag.__len__, Flag.__bool__
    __contains__ = Flag.__contains__

    def __format__(self, format_spec):
        return int.__format__(int(self), format_spec) if format_spec else str(self)


def _bin(number, width):
    sign, number = ('0b1', number + (1 << width)) if number < 0 else ('0b0', number)
    digits = bin(number)[2:].rjust(width, sign[-1])
    return f'{sign} {digits}'


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
