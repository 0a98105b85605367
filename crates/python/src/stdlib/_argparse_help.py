# What argparse prints: usage and help, in lines of 80 columns.

SUPPRESS = '==SUPPRESS=='
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = '?', '*', '+', 'A...', '...'
_WIDTH = 78


class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        self._prog, self._position, self._width = prog, max_help_position, width or _WIDTH

    def _fill(self, text, width, indent):
        import textwrap
        text = ' '.join(text.split())
        return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent)

    def _split(self, text, width):
        import textwrap
        return textwrap.wrap(' '.join(text.split()), width)

    def _help(self, action):
        return action.help

    def _default_metavar(self, action):
        return action.dest.upper() if action.option_strings else action.dest

    def _metavar(self, action):
        if action.metavar is not None:
            return action.metavar
        if action.choices is not None:
            return '{' + ','.join(map(str, action.choices)) + '}'
        return self._default_metavar(action)

    def _arguments(self, action):
        metavar, nargs = self._metavar(action), action.nargs
        first = metavar[0] if isinstance(metavar, tuple) else metavar
        if nargs is None:
            return first
        if nargs == OPTIONAL:
            return f'[{first}]'
        if nargs == ZERO_OR_MORE:
            return f'[{first} ...]'
        if nargs == ONE_OR_MORE:
            return f'{first} [{metavar[1] if isinstance(metavar, tuple) else first} ...]'
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return f'{first} ...'
        return ' '.join(metavar if isinstance(metavar, tuple) else (first,) * nargs)

    def _invocation(self, action):
        if not action.option_strings:
            metavar = self._metavar(action)
            return ' '.join(metavar) if isinstance(metavar, tuple) else metavar
        names = ', '.join(action.option_strings)
        return names if action.nargs == 0 else f'{names} {self._arguments(action)}'

    def _expanded(self, action):
        values = {name: value for name, value in vars(action).items() if value is not SUPPRESS}
        for name, value in values.items():
            if hasattr(value, '__name__'):
                values[name] = value.__name__
        values['prog'] = self._prog
        if values.get('choices') is not None:
            values['choices'] = ', '.join(map(str, values['choices']))
        return self._help(action) % values

    def _lines(self, parts, indent, prefix=None):
        lines, line = [], []
        length = len(indent if prefix is None else prefix) - 1
        for part in parts:
            if length + 1 + len(part) > self._width and line:
                lines.append(indent + ' '.join(line))
                line, length = [], len(indent) - 1
            line.append(part)
            length += len(part) + 1
        if line:
            lines.append(indent + ' '.join(line))
        if prefix is not None:
            lines[0] = lines[0][len(indent):]
        return lines

    def _part(self, action):
        if not action.option_strings:
            return self._arguments(action)
        if hasattr(action, 'usage_names'):
            return action.usage_names()
        name = action.option_strings[0]
        return name if action.nargs == 0 else f'{name} {self._arguments(action)}'

    def usage(self, usage, actions, groups, prefix='usage: '):
        if usage is not None:
            return f"{prefix}{usage % {'prog': self._prog}}\n\n"
        options, arguments, done = [], [], set()
        for action in actions:
            if action.help is SUPPRESS or action in done:
                continue
            group = next((group for group in groups if action in group._group_actions), None)
            if group is not None:
                shown = [one for one in group._group_actions if one.help is not SUPPRESS]
                done.update(shown)
                text = ' | '.join(map(self._part, shown))
                options.append(f'({text})' if group.required else f'[{text}]')
            elif action.option_strings:
                part = self._part(action)
                options.append(part if action.required else f'[{part}]')
            else:
                arguments.append(self._part(action))
        text = ' '.join([self._prog, *options, *arguments])
        if len(prefix) + len(text) > self._width:
            if len(prefix) + len(self._prog) <= 0.75 * self._width:
                indent = ' ' * (len(prefix) + len(self._prog) + 1)
                if options:
                    lines = self._lines([self._prog, *options], indent, prefix) + self._lines(arguments, indent)
                else:
                    lines = self._lines([self._prog, *arguments], indent, prefix)
            else:
                indent = ' ' * len(prefix)
                lines = self._lines(options + arguments, indent)
                if len(lines) > 1:
                    lines = self._lines(options, indent) + self._lines(arguments, indent)
                lines = [self._prog, *lines]
            text = '\n'.join(lines)
        return f'{prefix}{text}\n\n'

    def text(self, text):
        if not text:
            return ''
        return self._fill(text.replace('%(prog)s', self._prog), self._width, '') + '\n\n'

    def section(self, title, description, actions, longest):
        rows = [row for action in actions if action.help is not SUPPRESS for row in self._rows(action, longest)]
        if not rows and not description:
            return ''
        head = f'{title}:\n' if title is not None else ''
        if description:
            head += self._fill(description, self._width - 2, '  ') + '\n\n'
        return head + ''.join(rows) + '\n'

    def longest(self, actions):
        return max((len(self._invocation(action)) + 2 for action in actions if action.help is not SUPPRESS), default=0)

    def _rows(self, action, longest):
        position = min(longest + 2, self._position)
        head = '  ' + self._invocation(action)
        rows, lines = [], self._split(self._expanded(action), max(self._width - position, 11)) if action.help else []
        if not lines:
            rows.append(head + '\n')
        elif len(head) <= position - 2:
            rows.append(f'{head:{position}}{lines.pop(0)}\n')
        else:
            rows.append(head + '\n')
        rows.extend(' ' * position + line + '\n' for line in lines)
        for choice in getattr(action, '_listed', ()):
            name = f'    {choice.dest}'
            rows.append(f'{name:{position}}{choice.help}\n' if len(name) <= position - 2 else
                        f"{name}\n{' ' * position}{choice.help}\n")
        return rows


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill(self, text, width, indent):
        return ''.join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _help(self, action):
        help = action.help
        if '%(default)' not in help and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                help += ' (default: %(default)s)'
        return help


class MetavarTypeHelpFormatter(HelpFormatter):
    def _default_metavar(self, action):
        return action.type.__name__
