# logging.config.dictConfig.

import logging


def _found(path):
    # What a dotted path names.
    parts = path.split('.')
    module = parts.pop(0)
    if module == 'logging':
        import logging as found
        if parts[:1] == ['handlers']:
            import logging.handlers
    elif module == 'sys':
        import sys as found
    else:
        import __main__ as found
        if module != '__main__':
            parts.insert(0, module)
    for part in parts:
        found = getattr(found, part)
    return found


class _Reader:
    def __init__(self, config):
        self.config = config
        self.done = {}

    def value(self, value):
        if isinstance(value, dict):
            return self.made(value) if '()' in value else {key: self.value(one) for key, one in value.items()}
        if isinstance(value, (list, tuple)):
            return type(value)([self.value(one) for one in value])
        if isinstance(value, str) and value.startswith('ext://'):
            return _found(value[6:])
        if isinstance(value, str) and value.startswith('cfg://'):
            found = self.config
            for part in value[6:].split('.'):
                found = found[part]
            return found
        return value

    def made(self, config):
        # What a factory of the program makes.
        config = dict(config)
        factory = config.pop('()')
        more = config.pop('.', None)
        result = (factory if callable(factory) else _found(factory))(
            **{key: self.value(value) for key, value in config.items()})
        for name, value in (more or {}).items():
            setattr(result, name, value)
        return result

    def formatter(self, config):
        if '()' in config:
            return self.made(config)
        cls = _found(config['class']) if 'class' in config else logging.Formatter
        return cls(config.get('format'), config.get('datefmt'), config.get('style', '%'),
                   config.get('validate', True), defaults=config.get('defaults'))

    def filter(self, config):
        return self.made(config) if '()' in config else logging.Filter(config.get('name', ''))

    def handler(self, config):
        config = dict(config)
        formatter, level = config.pop('formatter', None), config.pop('level', None)
        filters = config.pop('filters', ())
        if '()' in config:
            handler = self.made(config)
        else:
            cls = _found(config.pop('class'))
            if 'target' in config:
                config['target'] = self.get('handlers', config['target'])
            handler = cls(**{key: self.value(value) for key, value in config.items()})
        if formatter:
            handler.setFormatter(self.get('formatters', formatter))
        if level is not None:
            handler.setLevel(level)
        self.add(handler.addFilter, 'filters', filters)
        return handler

    def get(self, kind, name):
        key = kind, name
        if key not in self.done:
            try:
                config = self.config[kind][name]
            except KeyError as error:
                raise ValueError(f'Unable to find {kind[:-1]} {name!r}') from error
            try:
                self.done[key] = getattr(self, kind[:-1])(config)
            except Exception as error:
                raise ValueError(f'Unable to configure {kind[:-1]} {name!r}') from error
            if kind == 'handlers':
                self.done[key].name = name
        return self.done[key]

    def add(self, adder, kind, names):
        for name in names:
            adder(name if callable(name) or hasattr(name, 'filter') else self.get(kind, name))

    def logger(self, logger, config, name):
        try:
            self._logger(logger, config)
        except Exception as error:
            raise ValueError(f'Unable to configure {name}') from error

    def _logger(self, logger, config):
        if 'level' in config and config['level'] is not None:
            logger.setLevel(config['level'])
        if not self.config.get('incremental'):
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            self.add(logger.addHandler, 'handlers', config.get('handlers', ()))
            self.add(logger.addFilter, 'filters', config.get('filters', ()))
        if config.get('propagate') is not None:
            logger.propagate = config['propagate']


class DictConfigurator:
    def __init__(self, config):
        self.config = config

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError(f'Unsupported version: {config["version"]}')
        reader = _Reader(config)
        root = logging.root
        if not config.get('incremental'):
            for kind in ('formatters', 'filters', 'handlers'):
                for name in config.get(kind, {}):
                    reader.get(kind, name)
            loggers = config.get('loggers', {})
            for name, logger in root.manager.loggerDict.items():
                if isinstance(logger, logging.Logger) and name not in loggers:
                    below = any(name.startswith(other + '.') for other in loggers)
                    logger.disabled = not below and config.get('disable_existing_loggers', True)
        for name, part in config.get('loggers', {}).items():
            logger = logging.getLogger(name)
            logger.disabled = False
            reader.logger(logger, part, f'logger {name!r}')
        if config.get('root'):
            reader.logger(root, config['root'], 'root logger')


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    open(fname)
