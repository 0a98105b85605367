for bad in (
    lambda: f"{'x':d}",
    lambda: f"{1.5:d}",
    lambda: f"{1:s}",
    lambda: f"{'x':=5}",
    lambda: f"{[]:5}",
    lambda: f"{None:>5}",
    lambda: f"{1:.2d}",
    lambda: f"{1:zz}",
    lambda: f"{1:,x}",
    lambda: f"{'x':,}",
):
    try:
        print(bad())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
