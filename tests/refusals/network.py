import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for attempt in [asyncio.open_connection('example.org', 80), asyncio.start_server(print, port=8888),
                    asyncio.create_subprocess_exec('ls', stdout=asyncio.subprocess.PIPE)]:
        try:
            await attempt
        except (OSError, NotImplementedError) as error:
            print(type(error).__name__, error)
    for attempt in [loop.create_connection, loop.subprocess_exec, loop.add_reader]:
        try:
            attempt(print, 'x')
        except (OSError, NotImplementedError) as error:
            print(type(error).__name__, error)
    loop.add_signal_handler(15, loop.stop)
    print(loop.remove_signal_handler(15), loop.remove_signal_handler(15))
    await asyncio.open_connection('example.org', 80)


asyncio.run(main())
