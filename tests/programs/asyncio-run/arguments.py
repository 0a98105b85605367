# asyncio.run takes a coroutine, by name too; all else goes by name.
import asyncio


async def main():
    return asyncio.current_task().get_name(), asyncio.get_running_loop().get_debug()


print(asyncio.run(main=main()), asyncio.run(main(), debug=True), asyncio.run(debug=False, main=main()))
for wrong in (1, None, [main]):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print(str(error)[:40])
for arguments, names in (((), {}), ((main, True), {}), ((1,), {"loop": None})):
    try:
        asyncio.run(*arguments, **names)
    except TypeError as error:
        print(error)
print(asyncio.run(main()))
