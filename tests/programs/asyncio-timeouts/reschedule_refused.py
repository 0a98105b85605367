"""It cannot be moved before it is entered, once it fires, or after."""
import asyncio


async def main():
    cm = asyncio.timeout(1)
    try:
        cm.reschedule(2)
    except RuntimeError as error:
        print('RuntimeError:', error)
    try:
        async with cm:
            try:
                await asyncio.sleep(10)
            finally:
                try:
                    cm.reschedule(20)
                except RuntimeError as error:
                    print('RuntimeError:', error)
    except TimeoutError:
        pass
    try:
        cm.reschedule(2)
    except RuntimeError as error:
        print('RuntimeError:', error)
    async with asyncio.timeout(1) as cm:
        pass
    try:
        cm.reschedule(2)
    except RuntimeError as error:
        print('RuntimeError:', error)


asyncio.run(main())
