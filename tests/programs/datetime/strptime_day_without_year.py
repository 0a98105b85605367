from datetime import datetime

print(datetime.strptime('9 Mar', '%d %b'))
