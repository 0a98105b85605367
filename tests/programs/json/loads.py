# What is read, and of which types.
import json

print(json.loads('{"a": [1, 2.5, -3e2, true, false, null, "x"], "b": {}}'), json.loads(' [ ] '), json.loads('"\\u00e9\\n\\ud83d\\ude00\\/"'))
print(json.loads('123456789012345678901234567890'), json.loads('-0'), json.loads('1E5'), json.loads('[NaN, Infinity, -Infinity]'))
print(json.loads(b'{"k": "\xc3\xa9"}'), json.loads('{"a": 1, "a": 2}'))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)), json.loads('{"a": 1, "b": 2}', object_pairs_hook=list))
print(json.loads('[1.5, 2]', parse_float=str, parse_int=lambda s: -int(s)), json.loads('[NaN]', parse_constant=lambda c: c.lower()))
print(json.JSONDecoder().raw_decode('[1] tail'), json.loads('"a\tb"', strict=False))
text = '{"people": [{"name": "Ann", "age": 30}, {"name": "Bo", "age": 25}]}'
for person in json.loads(text)['people']:
    print(person['name'], person['age'])
