"""debug sets the loop's debug mode."""
import asyncio


async def main():
    print(asyncio.get_running_loop().get_debug())


for debug in (None, False, True):
    with asyncio.Runner(debug=debug) as runner:
        runner.run(main())
        print(runner.get_loop().get_debug())
asyncio.run(main(), debug=True)
