"""Text that looks like a page's own."""
import asyncio


async def work():
    print("<script>alert(1)</script> &amp; <b>bold</b>")
    await asyncio.sleep(1)
    return "</pre><img src=x onerror=alert(1)>"


async def main():
    task = asyncio.create_task(work(), name="<img src=x onerror=alert(2)>")
    print(task.get_name())
    print(await task)
    print("tab\there", "null\0byte", "bell\a", "escape\x1b[31m", "right\u202eto left", "emoji 👩‍👩‍👧 and é")


asyncio.run(main())
