"""What is in the module."""
from contextvars import Context, copy_context

import contextvars
print(contextvars.Context is Context, isinstance(copy_context(), Context))
