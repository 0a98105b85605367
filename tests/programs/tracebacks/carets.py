def f(x):
    return x


data = {"a": {"b": [1, 2, 3]}}
print(data["a"]["b"][0] + f(data["a"]["c"]["d"]))
