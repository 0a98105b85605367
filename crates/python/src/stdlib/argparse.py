# argparse: options and arguments of a command line.

import re as _re
import sys as _sys

from _argparse_help import (
    ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter, ONE_OR_MORE, OPTIONAL, PARSER,
    RawDescriptionHelpFormatter, RawTextHelpFormatter, REMAINDER, SUPPRESS, ZERO_OR_MORE,
)


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = None if argument is None else argument._title()
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return self.message
        return f'argument {self.argument_name}: {self.message}'


class ArgumentTypeError(Exception):
    pass


class Namespace:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    def __contains__(self, key):
        return key in vars(self)


# part: argparse/actions.py


_ACTIONS = {
    None: _Store, 'store': _Store, 'store_const': _StoreConst, 'store_true': _StoreTrue,
    'store_false': _StoreFalse, 'append': _Append, 'append_const': _AppendConst, 'extend': _Extend,
    'count': _Count, 'help': _Help, 'version': _Version,
}


def _least(action):
    nargs = action.nargs
    return nargs if isinstance(nargs, int) else 1 if nargs in (None, ONE_OR_MORE, PARSER) else 0


class _Container:
    def __init__(self, parser, title, description):
        self._parser, self.title, self.description = parser, title, description
        self._group_actions = []

    def add_argument(self, *args, **kwargs):
        action = self._parser._make(args, kwargs)
        self._parser._actions.append(action)
        self._keep(action)
        return action

    def _keep(self, action):
        self._group_actions.append(action)

    def add_mutually_exclusive_group(self, *, required=False):
        group = _Exclusive(self, required)
        self._parser._exclusive.append(group)
        return group


class _Exclusive(_Container):
    def __init__(self, owner, required):
        super().__init__(owner._parser, None, None)
        self._owner, self.required = owner, required

    def _keep(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        self._group_actions.append(action)
        self._owner._keep(action)


class ArgumentParser(_Container):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(),
                 formatter_class=HelpFormatter, prefix_chars='-', fromfile_prefix_chars=None, argument_default=None,
                 conflict_handler='error', add_help=True, allow_abbrev=True, exit_on_error=True):
        super().__init__(self, None, description)
        self.prog = prog if prog is not None else (_sys.argv[0] if _sys.argv else '').rpartition('/')[2]
        self.usage, self.epilog, self.formatter_class = usage, epilog, formatter_class
        self.argument_default, self.allow_abbrev, self.exit_on_error = argument_default, allow_abbrev, exit_on_error
        self._actions, self._exclusive, self._defaults, self._options = [], [], {}, {}
        self._positionals = _Container(self, 'positional arguments', None)
        self._optionals = _Container(self, 'options', None)
        self._groups, self._subparsers = [self._positionals, self._optionals], None
        if add_help:
            self.add_argument('-h', '--help', action='help', help='show this help message and exit')
        for parent in parents:
            self._actions += parent._actions
            self._options.update(parent._options)
            for action in parent._actions:
                self._keep(action)

    def _keep(self, action):
        (self._optionals if action.option_strings else self._positionals)._group_actions.append(action)

    def _make(self, names, settings):
        if len(names) == 1 and not names[0].startswith('-') or not names:
            if names:
                settings['dest'] = names[0]
            if settings.get('nargs') not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS):
                settings['required'] = True
            names = []
        else:
            for name in names:
                if not name.startswith('-'):
                    raise ValueError(f"invalid option string {name!r}: must start with a character '-'")
            if 'dest' not in settings:
                long = next((name for name in names if name.startswith('--')), names[0])
                settings['dest'] = long.lstrip('-').replace('-', '_')
        if 'default' not in settings:
            dest = settings.get('dest')
            if dest in self._defaults:
                settings['default'] = self._defaults[dest]
            elif self.argument_default is not None:
                settings['default'] = self.argument_default
        kind = settings.pop('action', None)
        if isinstance(kind, str) or kind is None:
            if kind not in _ACTIONS:
                raise ValueError(f'unknown action "{kind}"')
            kind = _ACTIONS[kind]
        action = kind(option_strings=list(names), **settings)
        if action.type is not None and not callable(action.type):
            raise TypeError(f'{action.type!r} is not callable')
        clashes = [name for name in action.option_strings if name in self._options]
        if clashes:
            plural = '' if len(clashes) == 1 else 's'
            raise ArgumentError(action, f"conflicting option string{plural}: {', '.join(clashes)}")
        for name in action.option_strings:
            self._options[name] = action
        return action

    def add_argument_group(self, title=None, description=None, **rest):
        group = _Container(self, title, description)
        self._groups.append(group)
        return group

    def add_subparsers(self, *, title=None, description=None, prog=None, parser_class=None, action=None, **rest):
        if self._subparsers is not None:
            raise ValueError('cannot have multiple subparser arguments')
        if prog is None:
            positionals = [one for one in self._actions if not one.option_strings]
            prog = self._formatter().usage(None, positionals, [], '').strip()
        group = self._positionals
        if title is not None or description is not None:
            group = self.add_argument_group(title or 'subcommands', description)
        self._subparsers = _SubParsers([], prog, parser_class or type(self), **rest)
        self._actions.append(self._subparsers)
        group._group_actions.append(self._subparsers)
        return self._subparsers

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def parse_args(self, args=None, namespace=None):
        found, extras = self.parse_known_args(args, namespace)
        if extras:
            self._fail(f"unrecognized arguments: {' '.join(extras)}")
        return found

    def parse_known_args(self, args=None, namespace=None):
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        try:
            extras = self._parse(list(_sys.argv[1:] if args is None else args), namespace)
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))
        return namespace, extras + vars(namespace).pop('_unrecognized_args', [])

    def parse_intermixed_args(self, args=None, namespace=None):
        return self.parse_args(args, namespace)

    def _fail(self, message):
        if not self.exit_on_error:
            raise ArgumentError(None, message)
        self.error(message)

    def _find(self, name):
        # The option that a word names, its name, and the value that is in the word.
        if not name.startswith('-') or name == '-':
            return None
        if name in self._options:
            return self._options[name], name, None
        start, equals, value = name.partition('=')
        if equals and start in self._options:
            return self._options[start], start, value
        if name.startswith('--'):
            able = [known for known in self._options if self.allow_abbrev and known.startswith(start)]
            if len(able) > 1:
                raise ArgumentError(None, f"ambiguous option: {name} could match {', '.join(able)}")
            if able:
                return self._options[able[0]], able[0], value if equals else None
        elif name[:2] in self._options:
            return self._options[name[:2]], name[:2], name[2:]
        if _re.match(r'-\d+$|-\d*\.\d+$', name):
            if not any(_re.match(r'-\d', known) for known in self._options):
                return None
        return None if ' ' in name else (None, name, None)

    def _parse(self, words, namespace):
        plain, extras, seen, count = [], [], [], 0
        left = [action for action in self._actions if not action.option_strings]
        # How many words come before those that are a subcommand's own.
        before = None
        for number, action in enumerate(left):
            if action.nargs in (PARSER, REMAINDER):
                before = sum(map(_least, left[:number]))
                break
        while words:
            word = words.pop(0)
            if word == '--':
                plain += words
                self._place(left, plain, namespace, seen)
                if words and len(plain) >= len(words):
                    plain.insert(len(plain) - len(words), '--')
                return self._finish(extras + plain, namespace, seen)
            found = self._find(word)
            if found is None:
                plain.append(word)
                count += 1
                if before is not None and count > before:
                    plain += words
                    break
                continue
            if plain:
                self._place(left, plain, namespace, seen)
                extras += plain
                plain = []
            action, name, value = found
            if action is None:
                extras.append(word)
                continue
            if value is not None and action.nargs == 0 and not name.startswith('--'):
                words.insert(0, '-' + value)
                value = None
            elif value is not None and action.nargs == 0:
                raise ArgumentError(action, f'ignored explicit argument {value!r}')
            taken = [value] if value is not None else self._take(action, words)
            self._perform(action, taken, namespace, seen, name)
        self._place(left, plain, namespace, seen)
        return self._finish(extras + plain, namespace, seen)

    def _finish(self, extras, namespace, seen):
        missing = [action._title() for action in self._actions if action.required and action not in seen]
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for action in self._actions:
            # A default that is text is read as if it had been given.
            if action not in seen and isinstance(action.default, str) and action.dest is not SUPPRESS:
                if getattr(namespace, action.dest, None) is action.default:
                    setattr(namespace, action.dest, self._value(action, action.default))
        for group in self._exclusive:
            if group.required and not any(action in seen for action in group._group_actions):
                names = ' '.join(action._title() for action in group._group_actions if action.help is not SUPPRESS)
                raise ArgumentError(None, f'one of the arguments {names} is required')
        return extras

    def _take(self, action, words):
        nargs, taken = action.nargs, []
        most = {None: 1, OPTIONAL: 1}.get(nargs, nargs if isinstance(nargs, int) else len(words))
        while words and len(taken) < most:
            if nargs != REMAINDER and (words[0] == '--' or self._find(words[0]) is not None):
                break
            taken.append(words.pop(0))
        if nargs is None and not taken:
            raise ArgumentError(action, 'expected one argument')
        if nargs == ONE_OR_MORE and not taken:
            raise ArgumentError(action, 'expected at least one argument')
        if isinstance(nargs, int) and len(taken) < nargs:
            raise ArgumentError(action, f"expected {nargs} argument{'' if nargs == 1 else 's'}")
        return taken

    def _place(self, left, plain, namespace, seen):
        # Gives the words of a run to as many of the arguments that are left as they are enough for.
        able = len(left)
        while sum(map(_least, left[:able])) > len(plain):
            able -= 1
        for number in range(able):
            action = left[number]
            spare = len(plain) - sum(map(_least, left[number:able]))
            count = _least(action)
            if action.nargs == OPTIONAL and spare > 0:
                count = 1
            elif action.nargs in (ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER):
                count += max(spare, 0)
            taken = plain[:count]
            del plain[:count]
            self._perform(action, taken, namespace, seen, None)
        del left[:able]

    def _perform(self, action, words, namespace, seen, name):
        values = self._values(action, words)
        if words or action.nargs == 0 or action.option_strings:
            for group in self._exclusive:
                if action in group._group_actions:
                    for other in group._group_actions:
                        if other is not action and other in seen:
                            raise ArgumentError(action, f'not allowed with argument {other._title()}')
        if action not in seen:
            seen.append(action)
        if values is not SUPPRESS:
            action(self, namespace, values, name)

    def _values(self, action, words):
        nargs = action.nargs
        if nargs == OPTIONAL and not words:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._value(action, value)
            return value
        if nargs == ZERO_OR_MORE and not words and not action.option_strings:
            return action.default if action.default is not None else []
        if nargs == PARSER:
            self._check(action, words[0])
            return words
        values = [self._value(action, word) for word in words]
        for value in values:
            self._check(action, value)
        return values[0] if nargs in (None, OPTIONAL) else values

    def _value(self, action, word):
        if action.type is None:
            return word
        try:
            return action.type(word)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {word!r}') from None

    def _check(self, action, value):
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {', '.join(map(repr, action.choices))})")

    def _formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        return self._formatter().usage(self.usage, self._ordered(), self._exclusive)[:-1]

    def _ordered(self):
        return sorted(self._actions, key=lambda action: not action.option_strings)

    def format_help(self):
        formatter = self._formatter()
        longest = formatter.longest(self._actions)
        text = formatter.usage(self.usage, self._ordered(), self._exclusive) + formatter.text(self.description)
        for group in self._groups:
            text += formatter.section(group.title, group.description, group._group_actions, longest)
        return _re.sub('\n\n\n+', '\n\n', text + formatter.text(self.epilog)).strip('\n') + '\n'

    def print_usage(self, file=None):
        (_sys.stdout if file is None else file).write(self.format_usage())

    def print_help(self, file=None):
        (_sys.stdout if file is None else file).write(self.format_help())

    def exit(self, status=0, message=None):
        if message:
            _sys.stderr.write(message)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')
