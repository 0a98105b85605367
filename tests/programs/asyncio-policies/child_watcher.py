# A program may attach a child watcher to its loop: as long as it starts no process, there is nothing to watch.
import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
watcher = asyncio.get_child_watcher()
watcher.attach_loop(loop)
print(isinstance(watcher, asyncio.AbstractChildWatcher), watcher is asyncio.get_child_watcher())


async def main():
    await asyncio.sleep(1)
    return "done"


print(loop.run_until_complete(main()))
asyncio.get_child_watcher().close()
loop.close()
