print('single', "double", 'it\'s', "say \"hi\"", 'a' "b" 'c')
print("tab\tnew\\n line\x41\u00e9\U0001f600\101\0end")
print(r"raw\n\t", repr("raw\n"), """triple
line""")
print(repr("it's"), repr('say "hi"'), repr('both \' and "'), repr("\x00\x1f\x7f\xa0é\u200b😀\\"))
print("line \
continued", len("é😀"), "" == '')
