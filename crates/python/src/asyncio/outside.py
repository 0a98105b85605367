# What reaches out of the page. Programs can annotate with these names and derive from the classes; what they do is refused
# with an exception that programs expect where it cannot be done.

PIPE, STDOUT, DEVNULL = -1, -2, -3


class BaseProtocol:
    __slots__ = ()

    def connection_made(self, transport):
        pass

    def connection_lost(self, exc):
        pass

    def pause_writing(self):
        pass

    def resume_writing(self):
        pass


class Protocol(BaseProtocol):
    __slots__ = ()

    def data_received(self, data):
        pass

    def eof_received(self):
        pass


class BufferedProtocol(BaseProtocol):
    __slots__ = ()


class DatagramProtocol(BaseProtocol):
    __slots__ = ()

    def datagram_received(self, data, addr):
        pass

    def error_received(self, exc):
        pass


class SubprocessProtocol(BaseProtocol):
    __slots__ = ()

    def pipe_data_received(self, fd, data):
        pass

    def pipe_connection_lost(self, fd, exc):
        pass

    def process_exited(self):
        pass


class BaseTransport:
    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        return self._extra.get(name, default)


class ReadTransport(BaseTransport):
    pass


class WriteTransport(BaseTransport):
    pass


class Transport(ReadTransport, WriteTransport):
    pass


class DatagramTransport(BaseTransport):
    pass


class SubprocessTransport(BaseTransport):
    pass


class AbstractServer:
    pass


class Server(AbstractServer):
    pass


class _Outside:
    def __init__(self, *args, **kwargs):
        _refuse_network()


class StreamReader(_Outside):
    pass


class StreamWriter(_Outside):
    pass


class StreamReaderProtocol(_Outside):
    pass


class Process(_Outside):
    pass


def _refuse_network():
    error = OSError(101, 'Network is unreachable')
    error.add_note('Loopscope has no network: asyncio.sleep() can stand for the waiting.')
    raise error


def _refuse_processes():
    error = NotImplementedError()
    error.add_note('Loopscope cannot start processes: asyncio.sleep() can stand for the waiting.')
    raise error


async def open_connection(host=None, port=None, **kwds):
    _refuse_network()


async def start_server(client_connected_cb, host=None, port=None, **kwds):
    _refuse_network()


async def open_unix_connection(path=None, **kwds):
    _refuse_network()


async def start_unix_server(client_connected_cb, path=None, **kwds):
    _refuse_network()


async def create_subprocess_shell(cmd, *args, **kwds):
    _refuse_processes()


async def create_subprocess_exec(program, *args, **kwds):
    _refuse_processes()


# Programs attach a loop before they run it: there is no child to watch.

class AbstractChildWatcher:
    def add_child_handler(self, pid, callback, *args):
        _refuse_processes()

    def remove_child_handler(self, pid):
        return False

    def attach_loop(self, loop):
        pass

    def close(self):
        pass

    def is_active(self):
        return True

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


class PidfdChildWatcher(AbstractChildWatcher):
    __module__ = 'asyncio.unix_events'


class ThreadedChildWatcher(AbstractChildWatcher):
    __module__ = 'asyncio.unix_events'


class SafeChildWatcher(AbstractChildWatcher):
    __module__ = 'asyncio.unix_events'


_watcher = None


def get_child_watcher():
    global _watcher
    if _watcher is None:
        _watcher = PidfdChildWatcher()
    return _watcher


def set_child_watcher(watcher):
    global _watcher
    _watcher = watcher
