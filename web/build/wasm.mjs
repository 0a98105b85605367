// Reads and writes the sections of a wasm file, as far as the build of the page needs it.

export const CUSTOM = 0;
export const IMPORT = 2;
export const CODE = 10;

/** What each module begins with: its magic word, and the version of the format. */
const HEAD = Buffer.from("\0asm\x01\0\0\0", "latin1");

/** A number of the format (LEB128) at a place, and the place behind it. */
export function number(bytes, at) {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * scale;
    if (byte < 128) return [value, at];
  }
}

export function encoded(value) {
  const bytes = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return Buffer.from([...bytes, value]);
}

/** The sections of a module: the id of each, its content, and where in the module that begins. */
export function sections(module) {
  const found = [];
  for (let at = HEAD.length; at < module.length; ) {
    const [length, begin] = number(module, at + 1);
    found.push({ id: module[at], begin, content: module.subarray(begin, begin + length) });
    at = begin + length;
  }
  return found;
}

/** A module of these sections. */
export function withSections(parts) {
  const bytes = parts.flatMap(({ id, content }) => [Buffer.from([id]), encoded(content.length), content]);
  return Buffer.concat([HEAD, ...bytes]);
}

/** The imported functions, each with its module's name, its own, and the number of its type. The others are numbered after them. */
export function imports(module) {
  let at = sections(module).find(({ id }) => id === IMPORT).begin;
  const take = () => {
    let value;
    [value, at] = number(module, at);
    return value;
  };
  const text = () => {
    const length = take();
    return module.toString("utf8", at, (at += length));
  };
  return Array.from({ length: take() }, () => {
    const [from, name] = [text(), text()];
    if (module[at++] !== 0) throw new Error(`the engine imports ${name}, which is no function`);
    return { from, name, type: take() };
  });
}
