# Stands for `test.support.socket_helper`: there are no sockets.

import unittest

HOST = HOSTv4 = '127.0.0.1'
HOSTv6, IPV6_ENABLED, has_gethostname = '::1', False, False
tcp_blackhole = lambda: False


def _sockets(*args, **kwargs):
    raise unittest.SkipTest('system: sockets')


bind_port = find_unused_port = bind_unix_socket = create_unix_domain_name = transient_internet = _sockets
skip_unless_bind_unix_socket = skip_if_tcp_blackhole = unittest.skip('system: sockets')
