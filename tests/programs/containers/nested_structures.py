data = {
    "users": [
        {"name": "Ada", "tags": ("a", "b"), "active": True},
        {"name": "Bob", "tags": (), "active": None},
    ],
    "limits": {"max": 1e6, "min": -0.5},
}
print(data)
print(data["users"][0]["tags"][-1], [u["name"] for u in data["users"] if u["active"]])
data["users"][1]["tags"] += ("new",)
print(data["users"][1])
