/** The files of one language as `import.meta.glob` brings them in, one a room, made into one catalogue. */
export function merged<Words extends object>(files: Readonly<Record<string, Words>>): Words {
  return Object.assign({}, ...Object.values(files)) as Words;
}
