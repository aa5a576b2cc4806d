const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  euml: 'ë',
  eacute: 'é',
  rsquo: '’',
  lsquo: '‘',
}
const UNSEEN = /<(script|style)\b[^<>]*>[\s\S]{0,2000}?<\/\1\s{0,20}>|<!--[\s\S]{0,2000}?-->/gi
/** Only what begins as a mark does: "younger than < 18" stays. */
const MARKS = /<\/?[a-z][^<>]*>/gi

/** A label as it is read: without the marks of HTML, on one line. */
export const plainText = (label: string): string =>
  label
    .replace(UNSEEN, ' ')
    .replace(MARKS, ' ')
    .replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
      if (name) return ENTITIES[String(name).toLowerCase()] ?? whole
      const point = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      return point >= 0x20 && point < 0xd800 ? String.fromCodePoint(point) : ' '
    })
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:?!])(?= |$)/g, '$1')
    .trim()
