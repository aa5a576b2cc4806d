/** What a row of a survey sheet is, by its type. */
export type Kind =
  | { readonly is: 'one' | 'several'; readonly list: string; readonly other: boolean }
  | {
      readonly is:
        | 'integer'
        | 'range'
        | 'note'
        | 'begin_group'
        | 'end_group'
        | 'begin_repeat'
        | 'end_repeat'
        | 'machine'
    }
  | { readonly is: 'cannot'; readonly code: string }

const LISTS =
  /^(?:(select_one|select one(?: from)?|select1)|(select_multiple|select multiple(?: from)?|select all that apply(?: from)?))\s+(\S+)(\s+or_other)?$/i

/** What a device notes by itself, without a question. */
const BY_THE_MACHINE = ['start', 'end', 'today', 'deviceid', 'username', 'phonenumber', 'email', 'audit', 'hidden']
const MORE_BY_THE_MACHINE = ['subscriberid', 'simserial', 'start-geopoint', 'background-audio']

const SAME: Readonly<Record<string, Kind>> = {
  integer: { is: 'integer' },
  int: { is: 'integer' },
  range: { is: 'range' },
  note: { is: 'note' },
  ...Object.fromEntries(
    (['begin_group', 'end_group', 'begin_repeat', 'end_repeat'] as const).flatMap((is) => [
      [is, { is }],
      [is.replace('_', ' '), { is }],
    ]),
  ),
  ...Object.fromEntries([...BY_THE_MACHINE, ...MORE_BY_THE_MACHINE].map((type) => [type, { is: 'machine' }])),
}
/** Types whose answer is no whole number, and what is said of them. */
const CANNOT: Readonly<Record<string, readonly string[]>> = {
  free_text: ['text', 'string', 'barcode', 'phone number'],
  date_or_time: ['date', 'time', 'datetime', 'dateTime'],
  decimal: ['decimal'],
  calculated: ['calculate'],
  acknowledged: ['acknowledge', 'trigger'],
  media: ['image', 'photo', 'audio', 'video', 'file', 'geopoint', 'geotrace', 'geoshape'],
  choices_from_elsewhere: ['csv-external', 'xml-external'],
}

/** What a type is to us. One that nobody knows is one that we cannot ask. */
export function kindOf(type: string): Kind {
  const list = LISTS.exec(type)
  if (list) return { is: list[1] ? 'one' : 'several', list: list[3] ?? '', other: list[4] !== undefined }
  if (/^rank\b/i.test(type)) return { is: 'cannot', code: 'ranking' }
  if (/^select_(one|multiple)_(from_file|external)\b/i.test(type))
    return { is: 'cannot', code: 'choices_from_elsewhere' }
  const plain = type.toLowerCase()
  if (Object.hasOwn(SAME, plain)) return SAME[plain] ?? { is: 'note' }
  const code = Object.keys(CANNOT).find((candidate) => CANNOT[candidate]?.some((one) => one.toLowerCase() === plain))
  return { is: 'cannot', code: code ?? 'unknown_type' }
}
