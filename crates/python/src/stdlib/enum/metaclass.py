# The class of enumerations: what becomes of a class body.

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
