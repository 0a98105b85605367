import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
for value in (3, "loop"):
    try:
        asyncio.set_event_loop(value)
    except TypeError as error:
        print(error)
print(asyncio.get_event_loop() is loop)
loop.close()
