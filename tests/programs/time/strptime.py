import time

print(time.strptime('2024-02-03 04:05', '%Y-%m-%d %H:%M'))
print(time.strptime('Sat Feb  3 10:11:12 2024').tm_yday)
print(time.strftime('%d %b', time.strptime('3 Feb 24', '%d %b %y')), time.mktime(time.strptime('2024', '%Y')))
for text, form in [('x', '%Y'), ('2024x', '%Y'), ('1', '%!')]:
    try:
        time.strptime(text, form)
    except ValueError as error:
        print(error)
