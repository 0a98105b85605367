# Policies: which loop is the current one, where a program wants to say so itself. Without one the binding decides (loops.rs).


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    _loop_factory = None

    def get_event_loop(self):
        loop = _current_loop()
        if loop is None:
            loop = self.new_event_loop()
            self.set_event_loop(loop)
        return loop

    def set_event_loop(self, loop):
        _make_current(loop)

    def new_event_loop(self):
        return self._loop_factory()


class _UnixDefaultEventLoopPolicy(BaseDefaultEventLoopPolicy):
    _loop_factory = SelectorEventLoop


for _class, _part in (
    (AbstractEventLoopPolicy, 'events'),
    (BaseDefaultEventLoopPolicy, 'events'),
    (_UnixDefaultEventLoopPolicy, 'unix_events'),
):
    _class.__module__ = 'asyncio.' + _part
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy


def get_event_loop_policy():
    if _get_policy() is None:
        _set_policy(DefaultEventLoopPolicy())
    return _get_policy()


def set_event_loop_policy(policy):
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(
            f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'"
        )
    _set_policy(policy)
