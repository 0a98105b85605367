import asyncio

for wrong in (42, "text", None, [1, 2], print):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print("ValueError:", error)
    except TypeError as error:
        print("TypeError:", error)
