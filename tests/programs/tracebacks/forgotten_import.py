print(asyncio.sleep(1))
