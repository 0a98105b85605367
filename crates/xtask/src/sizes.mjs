// Prints for each file under the given folder: bytes, bytes after gzip -9, bytes after brotli -11, path.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { argv } from "node:process";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const root = argv.at(-1);
for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const bytes = readFileSync(path);
  const gzip = gzipSync(bytes, { level: 9 }).length;
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  console.log([bytes.length, gzip, brotli, relative(root, path)].join("\t"));
}
