def plain():
    return [x async for x in y]
