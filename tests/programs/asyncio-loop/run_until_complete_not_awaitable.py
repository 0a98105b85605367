import asyncio

loop = asyncio.new_event_loop()
for value in (None, 3, "text", print):
    try:
        loop.run_until_complete(value)
    except TypeError as error:
        print(error)
loop.close()
