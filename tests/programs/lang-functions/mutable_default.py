def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1), collect(2), collect(3, []))
