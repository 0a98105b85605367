# The numbers of system errors and their texts; what kind of system it is.
import errno
import os
import platform

for name in ("ENOENT", "EACCES", "ECONNREFUSED", "ETIMEDOUT", "EPIPE", "EAGAIN"):
    number = getattr(errno, name)
    error = OSError(number, os.strerror(number))
    print(name, number, errno.errorcode[number], type(error).__name__, error)
print(errno.EWOULDBLOCK == errno.EAGAIN)
print(platform.system(), platform.python_implementation(), platform.python_version(), platform.python_version_tuple())
print(platform.uname().system == platform.system())
