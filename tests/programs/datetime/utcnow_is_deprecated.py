from datetime import datetime

print(datetime.utcnow())
print(datetime.utcfromtimestamp(0))
