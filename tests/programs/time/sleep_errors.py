import time

for wrong in (-1, "1", None, float("nan"), []):
    try:
        time.sleep(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(time.sleep(0), time.sleep(True), time.monotonic())
