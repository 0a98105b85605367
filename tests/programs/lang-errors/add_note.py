try:
    error = ValueError("with notes")
    error.add_note("first note")
    error.add_note("second note")
    print(error.__notes__)
    raise error
except ValueError as caught:
    print(caught, caught.__notes__ == error.__notes__)
raise KeyError("end")
