# Differences between texts.
import difflib

a, b = 'one\ntwo\nthree\n'.splitlines(True), 'one\ntwo!\nfour\nthree\n'.splitlines(True)
print(''.join(difflib.ndiff(a, b)), end='')
print(''.join(difflib.unified_diff(a, b, 'before', 'after')), end='')
m = difflib.SequenceMatcher(None, 'abcd', 'bcde')
print(m.ratio(), m.get_opcodes(), m.get_matching_blocks(), m.find_longest_match())
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']))
