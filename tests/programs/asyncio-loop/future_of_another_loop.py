import asyncio

one, two = asyncio.new_event_loop(), asyncio.new_event_loop()
future = one.create_future()
try:
    two.run_until_complete(future)
except ValueError as error:
    print(error)
try:
    asyncio.ensure_future(future, loop=two)
except ValueError as error:
    print(error)
one.close()
two.close()
