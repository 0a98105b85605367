# The names of policies, and what is no policy.
import asyncio

default = asyncio.get_event_loop_policy()
print(type(default).__name__, type(default).__module__)
print(asyncio.get_event_loop_policy() is default)
print(issubclass(asyncio.DefaultEventLoopPolicy, asyncio.AbstractEventLoopPolicy))
try:
    asyncio.set_event_loop_policy("uvloop")
except TypeError as error:
    print(error)
asyncio.set_event_loop_policy(None)
print(asyncio.get_event_loop_policy() is default)
try:
    asyncio.AbstractEventLoopPolicy().new_event_loop()
except NotImplementedError as error:
    print(repr(error))
