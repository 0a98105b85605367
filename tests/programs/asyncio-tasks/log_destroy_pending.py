import asyncio
import gc


async def forever():
    await asyncio.get_running_loop().create_future()


async def main():
    first = asyncio.create_task(forever(), name='first')
    second = asyncio.create_task(forever(), name='second')
    await asyncio.sleep(0)
    print(first._log_destroy_pending, second._log_destroy_pending)
    # Nothing will be told of this one.
    second._log_destroy_pending = False
    print(first._log_destroy_pending, second._log_destroy_pending)


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print(context['message'], context['task'].get_name()))
loop.run_until_complete(main())
loop.close()
print('closed')
gc.collect()
